import type { GroundDb } from '@sasaeai/db/ground-at'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

/** Entries behind a figure, page by page: all of them add up to it. */
export interface EntryPage<Row> {
  readonly rows: readonly Row[]
  /** Over all pages. */
  readonly total: { readonly entries: number; readonly amountYen: Yen }
  /** Where the next page goes on; null on the last one. */
  readonly next: JournalEntryId | null
}

interface EntriesAsked {
  /** WITH clauses whose last one, `chosen`, has an entry a row, of one fiscal year: "entryId", "entryNumber", "amountYen" and what else is shown. */
  readonly chosen: string
  readonly values: readonly unknown[]
  /** What the rows stand in the order of; that of the books unless told. */
  readonly order?: string
  /** The last entry of the page before. */
  readonly cursor: JournalEntryId | null | undefined
  readonly limit: number
}

/** Asked of the council's own tables as they were at the moment of the figure. */
export async function readEntryPage<Row extends { readonly entryId: JournalEntryId }>({ pool }: GroundDb, { chosen, values, order = '"entryNumber"', cursor, limit }: EntriesAsked): Promise<EntryPage<Row>> {
  const [after, most] = [`$${values.length + 1}::uuid`, `$${values.length + 2}`]
  const [{ rows }, { rows: [total] }] = await Promise.all([
    pool.query<Row>(
      `${chosen}, shown AS (SELECT * FROM chosen WHERE ${after} IS NULL OR (${order}) > (SELECT ${order} FROM chosen WHERE "entryId" = ${after}) ORDER BY ${order} LIMIT ${most})
       SELECT shown.*, e.description FROM shown JOIN journal_entry e ON e.id = "entryId" ORDER BY ${order}`,
      [...values, cursor ?? null, limit + 1],
    ),
    pool.query<EntryPage<Row>['total']>(`${chosen} SELECT count(*)::int AS entries, coalesce(sum("amountYen"), 0)::bigint AS "amountYen" FROM chosen`, [...values]),
  ])
  if (total === undefined) throw new Error('nothing was counted')
  const shown = rows.slice(0, limit)
  return { rows: shown, total, next: rows.length > shown.length ? (shown.at(-1)?.entryId ?? null) : null }
}
