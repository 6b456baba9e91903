import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate } from '../../calendar/local-date.ts'
import { readTypedCampaignMaterial, type RecordedMaterials, type TypedCampaignMaterial, typedOfMaterials } from './typed-campaign-material.ts'

const context = { today: localDate('2026-12-01'), fiscalYear: fiscalYear(2026) }
const nothing: RecordedMaterials = { feather: null, envelope: null, poster: null }
const given: RecordedMaterials = {
  feather: { issued: 105, returned: 0, issuedOn: localDate('2026-09-01'), returnedOn: null, revision: 2 },
  envelope: { issued: 105, returned: 0, issuedOn: localDate('2026-09-10'), returnedOn: null, revision: 1 },
  poster: null,
}
const read = (recorded: RecordedMaterials, change: Partial<TypedCampaignMaterial>) => readTypedCampaignMaterial({ ...typedOfMaterials(recorded), ...change }, recorded, context)

test('only what was changed is written, and an item keeps its own day unless another was typed', () => {
  expect(read(given, {})).toEqual({ ok: true, changed: [] })
  expect(read(given, { 'feather.issued': '１１０枚' })).toEqual({
    ok: true, changed: [{ item: 'feather', revision: 2, details: { issued: 110, returned: 0, issuedOn: '2026-09-01', returnedOn: null } }],
  })
  expect(read(given, { issuedOn: '9/15' })).toMatchObject({ changed: [{ item: 'feather', details: { issuedOn: '2026-09-15' } }, { item: 'envelope', details: { issuedOn: '2026-09-15' } }] })
})

test('what comes back has a day, what was never given has none', () => {
  expect(read(given, { 'envelope.returned': '100', returnedOn: 'R8.11.30', 'poster.issued': '2' })).toEqual({
    ok: true,
    changed: [
      { item: 'envelope', revision: 1, details: { issued: 105, returned: 100, issuedOn: '2026-09-10', returnedOn: '2026-11-30' } },
      { item: 'poster', revision: null, details: { issued: 2, returned: 0, issuedOn: '2026-09-10', returnedOn: null } },
    ],
  })
  expect(read(nothing, { issuedOn: '9/1' })).toEqual({ ok: true, changed: [] })
})

test('what cannot be read is named with its cell', () => {
  expect(read(nothing, { 'poster.returned': '数枚' })).toMatchObject({ ok: false, cell: 'poster.returned' })
  expect(read(nothing, { returnedOn: '月末' })).toMatchObject({ ok: false, cell: 'returnedOn' })
})
