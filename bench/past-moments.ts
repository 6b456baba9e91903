import type pg from 'pg'

/** A past moment of the books. */
export interface PastMoment {
  /** ISO instant */
  readonly moment: string
  readonly fiscalYear: number
}

export interface PastMoments {
  /** @throws Error when all have been asked for. */
  readonly next: () => PastMoment
  /** How many postings came after each of them, about. */
  readonly laterPostings: number
}

/** The moments at which something was posted, with so many entries or a few more after each of them. */
export async function pastMoments(client: pg.Client, { count, laterEntries }: { count: number; laterEntries: number }): Promise<PastMoments> {
  const { rows } = await client.query<PastMoment>(
    `SELECT to_char(posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS moment, fiscal_year AS "fiscalYear"
      FROM (SELECT DISTINCT date_trunc('milliseconds', posted_at) AS posted_at, fiscal_year FROM journal_entry
        WHERE posted_at <= (SELECT posted_at FROM journal_entry ORDER BY posted_at DESC OFFSET $2 LIMIT 1)) e
      ORDER BY posted_at DESC LIMIT $1`,
    [count, laterEntries],
  )
  const { rows: [later] } = await client.query<{ postings: string }>(
    'SELECT count(*) AS postings FROM posting p JOIN journal_entry e ON e.id = p.entry_id WHERE e.posted_at > $1', [rows[0]?.moment],
  )
  return {
    laterPostings: Number(later?.postings),
    next: () => {
      const moment = rows.pop()
      if (moment === undefined) throw new Error('too few moments to ask for')
      return moment
    },
  }
}
