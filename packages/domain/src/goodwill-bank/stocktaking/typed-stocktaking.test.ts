import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { fieldOfLot, nothingCounted, readTypedStocktaking } from './typed-stocktaking.ts'

const lots = [
  { lotId: 'rice', itemName: '米', measure: 'weight', unit: 'kg', quantity: 17_500 },
  { lotId: 'tins', itemName: '缶詰', measure: 'count', unit: '点', quantity: 34 },
] as const
const read = (typed: Record<string, Partial<typeof nothingCounted>>, countedOn = 'R8.12.28') =>
  readTypedStocktaking(
    { countedOn, lots, typed: new Map(Object.entries(typed).map(([lotId, counted]) => [lotId, { ...nothingCounted, ...counted }])) },
    { today: localDate('2026-12-28') },
  )

test('what agrees needs no reason, a difference does, and what nobody counted is left out', () => {
  expect(read({ rice: { quantity: '17.5' } })).toEqual({
    ok: true, input: { countedOn: '2026-12-28', lines: [{ lotId: 'rice', bookQuantity: 17_500, countedQuantity: 17_500, reason: null, explanation: '' }] },
  })
  expect(read({ tins: { quantity: '33' } })).toMatchObject({ ok: false, problems: [{ fieldId: fieldOfLot('tins'), message: '缶詰の差異の理由を選んでください。' }] })
  expect(read({ tins: { quantity: '33', reason: 'lost', explanation: '倉庫で紛失' } })).toMatchObject({
    ok: true, input: { lines: [{ bookQuantity: 34, countedQuantity: 33, reason: 'lost', explanation: '倉庫で紛失' }] },
  })
})

test('an empty sheet, half a tin and a day that cannot be read are named', () => {
  expect(read({})).toMatchObject({ ok: false, problems: [{ fieldId: fieldOfLot('rice') }] })
  expect(read({ tins: { quantity: '33.5' } }, 'きのう')).toMatchObject({ ok: false, problems: [{ fieldId: 'countedOn' }, { fieldId: fieldOfLot('tins') }] })
})
