import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { yen } from '../money/yen.ts'
import { controlCheck } from './control-check.ts'

const messageOf = (slip: [number | null, number | null], lines: [number, number]) => {
  const check = controlCheck(
    { count: slip[0], totalYen: slip[1] === null ? null : yen(slip[1]) },
    { count: lines[0], totalYen: yen(lines[1]) },
  )
  return check.state === 'match' ? null : check.message
}

test('says which side is larger and by how much', () => {
  expect(messageOf([3, 10_500], [3, 10_000])).toBe(
    '金額は明細のほうが500円少ない（差額 △500円）です。明細か統制を確かめてください。',
  )
  expect(messageOf([3, 10_000], [4, 12_000])).toBe(
    '件数は明細のほうが1件多い（差 1件）、金額は明細のほうが2,000円多い（差額 2,000円）です。明細か統制を確かめてください。',
  )
})

test('asks for what the slip says before it compares', () => {
  expect(messageOf([null, 500], [1, 500])).toBe('統制件数を入力してください。封筒や持参票に書かれた件数と金額です。')
  expect(messageOf([null, null], [1, 500])).toContain('統制件数と統制合計を')
})

test('matches exactly when count and total are the same', () => {
  const figures = fc.record({ count: fc.nat(3), totalYen: fc.nat(3).map(yen) })
  fc.assert(
    fc.property(figures, figures, (slip, lines) => {
      const isSame = slip.count === lines.count && slip.totalYen === lines.totalYen
      expect(controlCheck(slip, lines).state === 'match').toBe(isSame)
    }),
  )
})
