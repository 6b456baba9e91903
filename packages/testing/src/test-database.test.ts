import { expect, test } from 'vitest'
import { onServer } from './test-cluster.ts'
import { createTestDatabase } from './test-database.ts'

test('each test database is migrated, works and knows nothing of its neighbours', async () => {
  const [one, other] = await Promise.all([createTestDatabase('empty'), createTestDatabase('empty')])
  try {
    const rows = await Promise.all([one, other].map(({ db }) => db.pool.query('SELECT current_database() AS name')))
    expect(new Set(rows.map((result) => JSON.stringify(result.rows))).size).toBe(2)
    expect(await one.db.prisma.posting.count()).toBe(0)
  } finally {
    await Promise.all([one.drop(), other.drop()])
  }
})

test('a story is told once, even to two that ask at the same time, and each has a copy of its own', async () => {
  let tellings = 0
  const story = {
    name: 'of_a_table',
    async tell(ownerUrl: string) {
      tellings += 1
      await onServer(ownerUrl, 'CREATE TABLE story AS SELECT 1 AS line')
    },
  }
  const copies = await Promise.all([createTestDatabase(story), createTestDatabase(story)])
  try {
    const [one, other] = copies
    await onServer(one.ownerUrl, 'INSERT INTO story VALUES (2)')
    const { rows } = await onServer(other.ownerUrl, 'SELECT line FROM story')
    expect([tellings, rows]).toEqual([1, [{ line: 1 }]])
  } finally {
    await Promise.all(copies.map((copy) => copy.drop()))
  }
})
