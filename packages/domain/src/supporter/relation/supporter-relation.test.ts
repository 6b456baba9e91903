import { expect, test } from 'vitest'
import { relationChoices, relationKinds, relationWord } from './supporter-relation.ts'

test('each end of a relation has its word, and can be chosen by it exactly once', () => {
  expect([relationWord('parent', 'is'), relationWord('parent', 'of'), relationWord('spouse', 'of')]).toEqual(['親', '子', '配偶者'])
  const labels = relationChoices.map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
  for (const kind of relationKinds) {
    for (const end of ['is', 'of'] as const) expect(labels).toContain(relationWord(kind, end))
  }
})
