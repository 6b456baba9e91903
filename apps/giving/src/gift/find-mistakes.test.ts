import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { checkStart } from '@sasaeai/domain/online-giving/gift/check-start'
import type { GivingFront, GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import { startGiftSchema } from '@sasaeai/domain/online-giving/gift/start-gift-input'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { giftWordsEasy } from '../words/gift-words-easy.ts'
import { giftWordsEn } from '../words/gift-words-en.ts'
import { giftWordsJa } from '../words/gift-words-ja.ts'
import { siteWordsJa } from '../words/site-words-ja.ts'
import { findMistakes } from './find-mistakes.ts'
import { emptyDraft, type GiftDraft } from './gift-draft.ts'
import { giftToSend } from './gift-to-send.ts'

const general: GivingFrontTarget = {
  slug: 'katsudo', kind: 'general', title: '支え合い全体に', lead: '', suggestedYen: [yen(1000), yen(3000)], allowsMonthly: true, isTaken: true, notTakenBecause: null,
  opensOn: null, closesOn: null, payeeName: 'ささえ市社協', issuesReceipt: true, externalUrl: '', progress: null, fund: null, dues: null,
}
const dues: GivingFrontTarget = { ...general, slug: 'sanjo', kind: 'dues', allowsMonthly: false, suggestedYen: [], dues: { unit: 'unit', unitYen: yen(1000), fiscalYear: fiscalYear(2026), payer: 'person' } }
const drive: GivingFrontTarget = { ...general, slug: 'akaihane', kind: 'campaign', allowsMonthly: false, suggestedYen: [], issuesReceipt: false }
const front: GivingFront = {
  council: null, isDemo: false, isOpen: true, closedBecause: null, today: localDate('2026-11-22'), minimumYen: yen(500), maximumYen: yen(1_000_000), receiptRule: 'each',
  texts: { commercialDisclosure: '', refundPolicy: '', privacyNotice: '', thanks: '' }, targets: [general, dues, drive],
}

const someText = fc.oneof(fc.constantFrom('', ' ', '支援 花子', 'さとう はなこ', 'Sasae', '１２３', 'a\nb'), fc.string({ maxLength: 60, unit: 'binary' }))
const drafts: fc.Arbitrary<GiftDraft> = fc.record({
  frequency: fc.constantFrom('once', 'monthly'),
  choice: fc.constantFrom<GiftDraft['choice']>(null, 'other', 1000, 3000),
  otherAmount: fc.oneof(fc.constantFrom('', '500', '１，０００', '499', '1万', '1,000,001', '0'), fc.string({ maxLength: 8 })),
  units: fc.constantFrom('1', '２口', '0', '', '99999', '3.5'),
  kind: fc.constantFrom('person', 'organization', 'anonymous'),
  name: someText,
  kana: someText,
  contactPerson: someText,
  email: fc.oneof(fc.constantFrom('', 'hanako@example.jp', 'ＨＡＮＡＫＯ＠example.jp', 'a@b', 'a b@example.jp', 'a..b@example.jp', '.a@example.jp', "o'neil+1@ex-ample.co.jp", 'a@-x.jp'), fc.emailAddress()),
  isMemorial: fc.boolean(),
  deceasedName: someText,
  relationship: fc.string({ maxLength: 20, unit: 'binary' }),
  receiptWish: fc.constantFrom('none', 'pdf', 'paper'),
  postalCode: fc.constantFrom('', '830-0022', '〒８３０ー００２２', '830', 'abc'),
  address: someText,
  consent: fc.constantFrom('anonymous', 'named', 'amount_hidden'),
  printedName: someText,
  message: fc.string({ maxLength: 600, unit: 'binary' }),
})

const matterOf = (target: GivingFrontTarget) => ({ target, front, words: giftWordsJa, siteWords: siteWordsJa })
const mistakesOf = (draft: GiftDraft, target: GivingFrontTarget) => [1, 2, 3].flatMap((step) => findMistakes(step, draft, matterOf(target)))

describe('findMistakes', () => {
  it('lets nothing pass that the server would refuse', () => {
    fc.assert(fc.property(drafts, fc.constantFrom(general, dues, drive), (draft, target) => {
      if (mistakesOf(draft, target).length > 0) return
      const content = giftToSend({ draft, link: null, sent: null }, target, front)
      const read = startGiftSchema.parse({ ...content, giftId: '019b0000-0000-7000-8000-000000000000', language: 'ja', proof: '', visitId: '019b0000-0000-7000-8000-000000000001' })
      expect(checkStart(read, front, target)).toMatchObject({ ok: true })
    }), { numRuns: 3_000 })
  })

  it('finds nothing wrong with what an ordinary giver fills in', () => {
    const ordinary: GiftDraft = { ...emptyDraft, choice: 3000, name: '支援 花子', kana: 'しえん はなこ', email: 'Hanako@example.jp' }
    expect(mistakesOf(ordinary, general)).toEqual([])
    expect(mistakesOf({ ...ordinary, units: '２口' }, dues)).toEqual([])
    expect(mistakesOf({ ...ordinary, kind: 'anonymous', name: '', kana: '' }, general)).toEqual([])
  })

  it.each([
    ['choice', { choice: null }],
    ['otherAmount', { choice: 'other', otherAmount: '1万' }],
    ['otherAmount', { choice: 'other', otherAmount: '499' }],
    ['name', { name: ' ' }],
    ['kana', { kana: '花子' }],
    ['email', { email: 'hanako' }],
    ['deceasedName', { isMemorial: true }],
    ['isMemorial', { isMemorial: true, deceasedName: '支援 太郎', frequency: 'monthly' }],
    ['postalCode', { receiptWish: 'paper', address: '久留米市' }],
    ['address', { receiptWish: 'paper', postalCode: '8300022' }],
  ] as const)('says at %s what is wrong', (field, part) => {
    const draft: GiftDraft = { ...emptyDraft, choice: 3000, name: '支援 花子', email: 'hanako@example.jp', ...part }
    const found = mistakesOf(draft, general)
    expect(found.map((mistake) => mistake.field)).toEqual([field])
    expect(found[0]?.message).not.toBe('')
  })

  it('has as many steps to name in every language', () => {
    expect([giftWordsJa, giftWordsEasy, giftWordsEn].map(({ steps }) => steps.length)).toEqual([4, 4, 4])
  })
})
