import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase('empty')
})
afterAll(() => database.drop())

test('a second question on a connection that is answering fails where it is asked', async () => {
  const connection = await database.db.pool.connect()
  try {
    const first = connection.query('SELECT 1 AS one')
    expect(() => connection.query('SELECT 2 AS two')).toThrow('asked while the connection is answering: "SELECT 2 AS two"')
    expect((await first).rows).toEqual([{ one: 1 }])
    expect((await connection.query('SELECT 2 AS two')).rows).toEqual([{ two: 2 }])
  } finally {
    connection.release()
  }
})

test('a question after one that was refused is no second one', async () => {
  const connection = await database.db.pool.connect()
  try {
    await expect(connection.query('SELECT 1 / 0')).rejects.toThrow('division by zero')
    expect((await connection.query('SELECT 2 AS two')).rows).toEqual([{ two: 2 }])
  } finally {
    connection.release()
  }
})

test('the pool is asked as often as one likes', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map((figure) => database.db.pool.query('SELECT $1::int AS figure', [figure])))
  expect(answers.map(({ rows }) => rows[0])).toEqual([1, 2, 3, 4].map((figure) => ({ figure })))
})
