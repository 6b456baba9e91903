import { expect, test } from 'vitest'
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
