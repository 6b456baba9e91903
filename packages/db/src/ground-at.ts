import type pg from 'pg'
import type { Db } from './database.ts'

/** What questions about the council's own tables are asked of: the database itself, or the same as it was at a past moment. */
export interface GroundDb {
  readonly pool: {
    query<Row extends pg.QueryResultRow>(question: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult<Row>>
  }
}

/**
 * The council's own tables as they were at a moment, for the same questions in the same words; the database itself where it
 * is null, which costs nothing. Tables whose past is kept (migration ground_history, `keep_past_of`) are those of the moment,
 * all others are those of now. Rows from before that migration have been as they are since ever; columns that hold free words
 * about people are not kept and read as null. What is asked of a past moment has to name in GROUP BY each column that it tells:
 * the past has no keys. Of one moment it is always the same object, under which answers are kept.
 */
export function groundAt(db: Db, moment: Date | null): GroundDb {
  if (moment === null) return db
  const known = looks.get(db) ?? new Map<number, GroundDb>()
  looks.set(db, known)
  const name = moment.getTime()
  const look = known.get(name) ?? lookBack(db, moment)
  // The least recently asked stands first, and goes first.
  known.delete(name)
  known.set(name, look)
  const [oldest] = known.keys()
  if (known.size > mostMoments && oldest !== undefined) known.delete(oldest)
  return look
}

/** Has the statements of a transaction read the council's own tables as they were at a moment. */
export async function readAsOf(client: pg.ClientBase, moment: Date): Promise<void> {
  await client.query(`SET LOCAL search_path = past, public; SET LOCAL sasaeai.moment = '${moment.toISOString()}'`)
}

/** With each of them go the answers that are kept of it: a report asks a dozen questions of one moment. */
const mostMoments = 8
const looks = new WeakMap<Db, Map<number, GroundDb>>()

function lookBack({ pool }: Db, moment: Date): GroundDb {
  return {
    pool: {
      async query<Row extends pg.QueryResultRow>(question: string | pg.QueryConfig, values?: unknown[]) {
        const client = await pool.connect()
        try {
          await client.query('BEGIN READ ONLY')
          await readAsOf(client, moment)
          // Without its name: under it the connection has prepared the statement for the tables of now.
          const { text, values: own } = typeof question === 'string' ? { text: question, values } : question
          const answer = await client.query<Row>(text, own)
          await client.query('COMMIT')
          return answer
        } catch (error) {
          await client.query('ROLLBACK')
          throw error
        } finally {
          client.release()
        }
      },
    },
  }
}
