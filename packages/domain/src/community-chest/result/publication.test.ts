import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate } from '../../calendar/local-date.ts'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { id } from '../../ids.ts'
import { yen } from '../../money/yen.ts'
import { publicationContentSchema, publicationDueOn, publicationOf, publicationState, publicationWords } from './publication.ts'
import { sampleResult } from './sample-result.ts'

test('the result of a drive is due a month after it ends', () => {
  const due = (closesOn: string) => publicationDueOn(localDate(closesOn))
  expect([due('2026-12-31'), due('2027-03-31'), due('2026-12-25'), due('2027-01-31'), due('2028-01-31'), due('2026-11-30')]).toEqual([
    '2027-01-31', '2027-04-30', '2027-01-25', '2027-02-28', '2028-02-29', '2026-12-31',
  ])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), (offset) => {
      const closesOn = addDays(localDate('2020-01-01'), offset)
      expect(publicationDueOn(closesOn) >= addDays(closesOn, 28)).toBe(true)
      expect(publicationDueOn(closesOn) <= addDays(closesOn, 31)).toBe(true)
    }),
  )
})

test('says whether a result is still to come, due, late or out; of another body it is not ours to publish', () => {
  const drive = { drive: 'year_end_mutual_aid', closesOn: localDate('2026-12-31') } as const
  const on = (today: string, isPublished = false) => publicationState(drive, { isPublished, today: localDate(today) })
  expect([on('2026-12-31'), on('2027-01-01'), on('2027-01-31'), on('2027-02-01'), on('2027-02-01', true)]).toEqual([
    'collecting', 'due', 'due', 'past_due', 'published',
  ])
  expect(publicationState({ ...drive, drive: 'other' }, { isPublished: false, today: localDate('2027-02-01') })).toBe('of_other_body')
  expect(publicationWords('past_due', drive.closesOn)).toBe('公表の期限（令和9年1月31日）を過ぎています')
  expect(publicationWords('due', drive.closesOn)).toBe('令和9年1月31日までに公表')
})

test('what is frozen says what the page said, and comes back from the database as it was', () => {
  const result = sampleResult(
    [
      { name: '戸別募金', category: 'household', meaning: 'households', now: [80_000, 160], last: [70_000, 150] },
      { name: '街頭募金', category: 'street', meaning: 'occasions', now: [20_000, 3], last: [0, 0] },
    ],
    { goalYen: 120_000, rules: { decimals: 1, rounding: 'half_up' } },
  )
  const campaign = {
    campaignId: id<'CampaignId'>('00000000-0000-7000-8000-000000000001'), fiscalYear: fiscalYear(2026), code: '1', name: '赤い羽根共同募金',
    drive: 'red_feather', opensOn: localDate('2026-10-01'), closesOn: localDate('2027-03-31'), goalYen: yen(120_000),
  } as const
  const content = publicationOf(campaign, result, { prefecturalBody: '福岡県共同募金会', branch: 'ささえ市支会' })
  expect(content).toMatchObject({
    campaign: '赤い羽根共同募金', until: '2027-03-31', collectedYen: 100_000, attainment: '83.3%', lastYen: 70_000, yearOnYear: '142.9%',
    methods: [{ name: '戸別募金', count: '160世帯', share: '80.0%' }, { name: '街頭募金', count: '3回', share: '20.0%' }],
  })
  expect(publicationContentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content)
})
