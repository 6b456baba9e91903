import type { Db } from '@sasaeai/db/database'
import { readAsOf } from '@sasaeai/db/ground-at'

/** One state of the books, as statements see it. */
export type BooksState = Pick<Db['pool'], 'query'>

/**
 * Several statements that see the same state of the books; posting goes on meanwhile, and nothing is written. The council's
 * own tables they see as these were at the moment, where one is named (groundAt).
 */
export async function inOneState<Result>(db: Db, work: (books: BooksState) => Promise<Result>, moment: Date | null = null): Promise<Result> {
  const client = await db.pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    if (moment !== null) await readAsOf(client, moment)
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
