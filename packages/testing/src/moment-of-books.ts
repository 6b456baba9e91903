import type { Db } from '@sasaeai/db/database'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'

/** The moment that it is by PostgreSQL's clock, over by the time it is answered: whatever is posted from here on came later. */
export async function momentOfBooks({ pool }: Db): Promise<PostingMoment> {
  const { rows } = await pool.query<{ at: Date }>(`SELECT date_trunc('milliseconds', clock_timestamp()) AS at FROM pg_sleep(0.002)`)
  await pool.query('SELECT pg_sleep(0.002)')
  const [now] = rows
  if (now === undefined) throw new Error('PostgreSQL does not tell the time')
  return now.at.toISOString()
}
