import { expect, test } from 'vitest'
import { formatYenPerCost } from './yen-per-cost.ts'

test('what each yen of cost brought is told to a tenth, and nothing where there was no cost', () => {
  expect([formatYenPerCost(123_450, 10_000), formatYenPerCost(50_000_000, 10), formatYenPerCost(0, 800), formatYenPerCost(-450, 100)]).toEqual(['12.3円', '5,000,000.0円', '0.0円', '△4.5円'])
  expect([formatYenPerCost(100, null), formatYenPerCost(100, 0)]).toEqual(['—', '—'])
})
