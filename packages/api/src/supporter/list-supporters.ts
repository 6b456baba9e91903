import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, SupporterId } from '@sasaeai/domain/ids'
import type { Acknowledgment } from '@sasaeai/domain/supporter/acknowledgment'
import type { DonorAttribute } from '@sasaeai/domain/supporter/donor-attribute'
import type { ReceiptDelivery } from '@sasaeai/domain/supporter/receipt-delivery'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { SupporterListInput } from '@sasaeai/domain/supporter/supporter-list-input'
import type { Deps } from '../deps.ts'
import { supporterCondition } from './supporter-condition.ts'

export interface SupporterRow {
  readonly supporterId: SupporterId
  readonly number: number
  readonly kind: SupporterKind
  readonly name: string
  readonly kana: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly areaId: AreaId | null
  readonly areaName: string | null
  readonly isClosed: boolean
}

export interface SupporterPage {
  readonly rows: readonly SupporterRow[]
  /** Where the next page goes on; null on the last one. */
  readonly next: { readonly kana: string; readonly supporterId: SupporterId } | null
  /** How many there are over all pages; only the first page counts them. */
  readonly count: number | null
}

/** One page of the supporters that answer to the filters, in the order of their readings. */
export async function listSupporters(deps: Deps, input: SupporterListInput): Promise<SupporterPage> {
  const { rows, count } = input.text.trim() === '' ? await readPage(deps, input) : await searchPage(deps, input)
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const goesOn = rows.length > shown.length && last !== undefined
  return { rows: shown, next: goesOn ? { kana: last.kana, supporterId: last.supporterId } : null, count }
}

type CountedRows = { readonly rows: SupporterRow[]; readonly count: number | null }

/** The page is walked along the readings; the count is read from the index of those who are in use. */
async function readPage({ db }: Deps, input: SupporterListInput): Promise<CountedRows> {
  const { sql, values } = supporterCondition(input)
  const { after, pageValues } = pagePosition(input, values.length)
  const [page, counted] = await Promise.all([
    db.pool.query<SupporterRow>(
      `SELECT ${supporterColumns} FROM (SELECT s.* FROM supporter s WHERE ${sql} ${after} ORDER BY s.kana, s.id LIMIT $${values.length + 1}) m
         LEFT JOIN area a ON a.id = m.area_id ORDER BY m.kana, m.id`,
      [...values, ...pageValues],
    ),
    input.cursor === null ? db.pool.query<{ count: number }>(`SELECT count(*) AS count FROM supporter s WHERE ${sql}`, values) : null,
  ])
  return { rows: page.rows, count: counted === null ? null : (counted.rows[0]?.count ?? 0) }
}

/** Whoever contains the text is gathered once, for the page and for the count. */
async function searchPage({ db }: Deps, input: SupporterListInput): Promise<CountedRows> {
  const { sql, values } = supporterCondition(input)
  const { after, pageValues } = pagePosition(input, values.length)
  // Materialized, because otherwise ORDER BY … LIMIT tempts the planner to walk the whole kana index.
  const { rows } = await db.pool.query<{ rows: SupporterRow[]; count: number }>(
    `WITH matching AS MATERIALIZED (SELECT s.id, s.kana FROM supporter s WHERE ${sql}),
       page AS (SELECT s.id FROM matching s WHERE true ${after} ORDER BY s.kana, s.id LIMIT $${values.length + 1})
     SELECT (SELECT count(*) FROM matching) AS count, (SELECT coalesce(json_agg(c), '[]') FROM (
       SELECT ${supporterColumns} FROM page JOIN supporter m USING (id) LEFT JOIN area a ON a.id = m.area_id ORDER BY m.kana, m.id) c) AS rows`,
    [...values, ...pageValues],
  )
  const [found] = rows
  return { rows: found?.rows ?? [], count: input.cursor === null ? (found?.count ?? 0) : null }
}

/** Where the page begins, as a further condition on `s`, and the values of its parameters behind the first `taken` ones. */
function pagePosition({ cursor, limit }: SupporterListInput, taken: number): { after: string; pageValues: unknown[] } {
  if (cursor === null) return { after: '', pageValues: [limit + 1] }
  return { after: `AND (s.kana, s.id) > ($${taken + 2}, $${taken + 3}::uuid)`, pageValues: [limit + 1, cursor.kana, cursor.supporterId] }
}

/** A supporter with everything the form edits. */
export interface SupporterLine extends SupporterRow {
  readonly honorific: string
  readonly mailingName: string
  readonly mailingPostalCode: string
  readonly mailingAddress: string
  /** Since when the address and the 送付先 hold, where that is known. */
  readonly addressFrom: LocalDate | null
  readonly mailingFrom: LocalDate | null
  readonly email: string
  readonly attribute: DonorAttribute
  readonly acknowledgment: Acknowledgment | null
  readonly wantsMail: boolean
  readonly receiptDelivery: ReceiptDelivery
  readonly note: string
  readonly revision: number
}

export interface RecordedSupporter extends SupporterLine {
  /** 名寄せ: who stands for this one since they were merged. */
  readonly mergedInto: MergedSupporter | null
  /** Who was merged into this one, by number. */
  readonly merged: readonly MergedSupporter[]
}

/** One side of a merge as the other one's page names it. */
export interface MergedSupporter {
  readonly supporterId: SupporterId
  readonly number: number
  readonly name: string
}

/** One supporter with everything the form edits, or null. */
export async function readSupporter(
  { db }: Deps,
  supporterId: SupporterId,
): Promise<RecordedSupporter | null> {
  const { rows } = await db.pool.query<RecordedSupporter>(
    `SELECT ${supporterColumns}, ${recordedColumns},
       (SELECT ${mergedColumns} FROM supporter o WHERE o.id = m.merged_into_id) AS "mergedInto",
       (SELECT coalesce(json_agg(${mergedColumns} ORDER BY o.number), '[]') FROM supporter o WHERE o.merged_into_id = m.id) AS merged
     FROM supporter m LEFT JOIN area a ON a.id = m.area_id WHERE m.id = $1`,
    [supporterId],
  )
  return rows[0] ?? null
}

/** Supporters that answer to the filters with everything the form edits, in the order of their readings; at most so many. */
export async function readSupporterLines({ db }: Deps, input: SupporterListInput, most: number): Promise<SupporterLine[]> {
  const { sql, values } = supporterCondition(input)
  const { rows } = await db.pool.query<SupporterLine>(
    `WITH m AS MATERIALIZED (SELECT s.* FROM supporter s WHERE ${sql})
     SELECT ${supporterColumns}, ${recordedColumns} FROM m LEFT JOIN area a ON a.id = m.area_id ORDER BY m.kana, m.id LIMIT $${values.length + 1}`,
    [...values, most],
  )
  return rows
}

const mergedColumns = `json_build_object('supporterId', o.id, 'number', o.number, 'name', o.name)`

const supporterColumns = `m.id AS "supporterId", m.number, m.kind, m.name, m.kana, m.postal_code AS "postalCode",
  m.address, m.phone, m.area_id AS "areaId", a.name AS "areaName", m.closed_on IS NOT NULL AS "isClosed"`
const recordedColumns = `m.honorific, m.mailing_name AS "mailingName", m.mailing_postal_code AS "mailingPostalCode", m.mailing_address AS "mailingAddress",
  m.address_from AS "addressFrom", m.mailing_from AS "mailingFrom", m.email, m.attribute, m.acknowledgment,
  m.wants_mail AS "wantsMail", m.receipt_delivery AS "receiptDelivery", m.note, m.revision`
