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
  const [rows, count] = await Promise.all([pageOf(deps, input), input.cursor === null ? countOf(deps, input) : null])
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const goesOn = rows.length > shown.length && last !== undefined
  return { rows: shown, next: goesOn ? { kana: last.kana, supporterId: last.supporterId } : null, count }
}

async function pageOf({ db }: Deps, input: SupporterListInput): Promise<SupporterRow[]> {
  const { sql, values } = supporterCondition(input)
  const from = values.length
  const after = input.cursor === null ? '' : `WHERE (m.kana, m.id) > ($${from + 2}, $${from + 3}::uuid)`
  // Materialized, because otherwise ORDER BY … LIMIT tempts the planner to walk the whole kana index.
  const matching = input.text.trim() === '' ? 'matching AS' : 'matching AS MATERIALIZED'
  const { rows } = await db.pool.query<SupporterRow>(
    `WITH ${matching} (SELECT s.* FROM supporter s WHERE ${sql})
     SELECT ${supporterColumns} FROM matching m LEFT JOIN area a ON a.id = m.area_id
     ${after} ORDER BY m.kana, m.id LIMIT $${from + 1}`,
    [...values, input.limit + 1, ...(input.cursor === null ? [] : [input.cursor.kana, input.cursor.supporterId])],
  )
  return rows
}

async function countOf({ db }: Deps, input: SupporterListInput): Promise<number> {
  const { sql, values } = supporterCondition(input)
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*) AS count FROM supporter s WHERE ${sql}`,
    values,
  )
  return rows[0]?.count ?? 0
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
