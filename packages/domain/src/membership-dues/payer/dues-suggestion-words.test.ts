import { expect, test } from 'vitest'
import { yen } from '../../money/yen.ts'
import { duesSuggestionWords } from './dues-suggestion-words.ts'

test('a suggestion names what it is counted by, and never sounds like a charge', () => {
  expect(duesSuggestionWords({ unit: 'household', unitYen: yen(500) })).toBe('1世帯あたり 500円')
  expect(duesSuggestionWords({ unit: 'unit', unitYen: yen(5_000) })).toBe('1口 5,000円')
  expect(duesSuggestionWords({ unit: 'free', unitYen: yen(1_000) })).toBe('1,000円以上、金額は自由です')
  expect(duesSuggestionWords({ unit: 'free', unitYen: null })).toBe('金額は自由です')
})
