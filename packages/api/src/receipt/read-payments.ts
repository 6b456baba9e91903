import type { Tx } from '@sasaeai/db/in-transaction'
import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, IntakeBatchId, JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { ReceivedSubject } from '@sasaeai/domain/receipt/receipt-subject'
import type { UnreceiptedListInput } from '@sasaeai/domain/receipt/receipt-input'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import { idsOfSupporters, survivorOf } from '../supporter/merged-supporter-sql.ts'

/** One entry of dues, money or goods that came in, and whose receipt it would be. */
export interface ReceivedPayment {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  /** 受領日 as receipts say it: that of the entry, unless another is noted with the gift (入金日 of what was paid online). */
  readonly receivedOn: LocalDate
  readonly batchId: IntakeBatchId | null
  readonly subject: ReceivedSubject
  /** The association that handed it in; null for what a supporter pays by name, or where nobody noted it. */
  readonly areaId: AreaId | null
  readonly areaName: string | null
  /** Who pays by name; null for an association, and for somebody unnamed. */
  readonly supporterId: SupporterId | null
  readonly supporterName: string | null
  readonly supporterKind: SupporterKind | null
  /** 敬称 that was chosen for the supporter; empty for the usual one. */
  readonly honorific: string
  readonly address: string
  /** 会員種別 and 会費年度, of dues. */
  readonly duesKindName: string | null
  readonly duesYear: FiscalYear | null
  /** 使途・基金, of a gift. */
  readonly fundName: string | null
  /** 品名, of goods. */
  readonly goods: string
  /** 協賛 that a sponsor gave for; null for what is no sponsor's. */
  readonly sponsorship: string | null
  /** In yen. */
  readonly amountYen: number
  readonly isReversed: boolean
  /** The receipt that stands for it now. */
  readonly receiptId: string | null
}

export type PaymentsAsked =
  | { readonly batchId: IntakeBatchId }
  /** Dues alone, of one year. */
  | { readonly areaId: AreaId; readonly fiscalYear: FiscalYear }
  /** One slip, with those of its batch. */
  | { readonly entryId: JournalEntryId }

/** What came in of a posted batch, with one slip, or as dues of one year from an area, in the order of the books. */
export async function readPayments({ pool }: Db, asked: PaymentsAsked): Promise<ReceivedPayment[]> {
  const { condition, values } = conditionOf(asked)
  const { rows } = await pool.query<ReceivedPayment>(
    `SELECT ${paymentColumns} FROM ${paymentTables}
     WHERE ${isReceivable} AND ${condition}
     ORDER BY e.entry_date, e.fiscal_year, e.entry_number, p.line_number`,
    values,
  )
  return rows
}

function conditionOf(asked: PaymentsAsked): { condition: string; values: (string | number)[] } {
  if ('batchId' in asked) return { condition: 'e.intake_batch_id = $1', values: [asked.batchId] }
  if ('areaId' in asked) return { condition: `p.dues_year = $2 AND p.area_id = $1 AND NOT ${isByName}`, values: [asked.areaId, asked.fiscalYear] }
  const batchOfSlip = '(SELECT b.intake_batch_id FROM journal_entry b WHERE b.id = $1)'
  return { condition: `(e.id = $1 OR e.intake_batch_id = ${batchOfSlip})`, values: [asked.entryId] }
}

/** The same for entries that are named one by one, in the order of the codes of their kinds; what can have no receipt is left out. */
export function readNamedPayments(tx: Tx, entryIds: readonly JournalEntryId[]): Promise<ReceivedPayment[]> {
  return tx.$queryRawUnsafe<ReceivedPayment[]>(
    `SELECT ${paymentColumns} FROM ${paymentTables} WHERE ${isReceivable} AND e.id = ANY($1::uuid[])
     ORDER BY k.code, e.entry_date, e.entry_number, p.line_number`,
    entryIds,
  )
}

/** Money that supporters gave in a calendar year and that has no receipt yet, in the order of its days; a sponsor's is no gift. */
export function readGiftsOfYear(tx: Tx, { calendarYear, supporterIds }: { calendarYear: number; supporterIds: readonly SupporterId[] }): Promise<ReceivedPayment[]> {
  return tx.$queryRawUnsafe<ReceivedPayment[]>(
    `SELECT ${paymentColumns} FROM ${paymentTables}
     WHERE ${isReceivable} AND ${isFreeGiftOfYear('$1')} AND ${subjectOf} = 'donation' AND p.supporter_id = ANY (${idsOfSupporters('$2::uuid[]')})
     ORDER BY ${receivedOn}, e.entry_date, e.entry_number, p.line_number`,
    calendarYear,
    supporterIds,
  )
}

/** Somebody with such gifts. */
export interface GiverOfYear {
  readonly supporterId: SupporterId
  readonly number: number
  readonly name: string
  readonly address: string
  readonly giftCount: number
  /** In yen. */
  readonly amountYen: number
  /** 領収書番号 of the 年間証明 that was issued already: what is left came in after it. */
  readonly issued: string | null
}

/** Everybody with such gifts, in the order of their readings. */
export async function listGiversOfYear({ pool }: Db, calendarYear: number): Promise<GiverOfYear[]> {
  const { rows } = await pool.query<GiverOfYear>(
    `SELECT s.id AS "supporterId", s.number, s.name, s.address, count(DISTINCT e.id)::int AS "giftCount", (-sum(p.amount_yen))::float8 AS "amountYen",
       (SELECT x.printed_number FROM receipt x WHERE x.calendar_year = $1 AND x.voided_at IS NULL AND x.supporter_id = ANY (${idsOfSupporters('ARRAY[s.id]')}) LIMIT 1) AS issued
     FROM ${paymentTables} WHERE ${isReceivable} AND ${isFreeGiftOfYear('$1')} AND ${subjectOf} = 'donation' AND s.id IS NOT NULL
     GROUP BY s.id ORDER BY s.kana, s.number`,
    [calendarYear],
  )
  return rows
}

/** 受領日 is the entry's own day, or lies some weeks beside it; of a payment whose month was closed, some months before. A payment that the program itself still has in hand is not free yet. */
const isFreeGiftOfYear = (year: string) => `p.dues_kind_id IS NULL AND e.source_kind <> 'revenue_receipt' AND r.receipt_id IS NULL
  AND e.entry_date BETWEEN make_date(${year}::int - 1, 10, 1) AND make_date(${year}::int + 1, 9, 30) AND date_part('year', ${receivedOn}) = ${year}::int
  AND NOT EXISTS (SELECT 1 FROM online_payment o WHERE o.entry_id = e.id AND o.care IN ('receipt', 'deposit'))
  AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id)`

/** Gifts and goods of a span that have no receipt and could have one, the newest first. */
export async function readUnreceipted({ pool }: Db, { from, to, fundId, cursor, limit }: UnreceiptedListInput): Promise<ReceivedPayment[]> {
  const { rows } = await pool.query<ReceivedPayment>(
    `SELECT ${paymentColumns} FROM ${paymentTables}
     WHERE ${isReceivable} AND p.dues_kind_id IS NULL AND e.entry_date BETWEEN $1 AND $2 AND ($3::uuid IS NULL OR p.fund_id = $3)
       AND r.receipt_id IS NULL AND coalesce(s.id, a.id) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id)
       AND ($4::uuid IS NULL OR (e.entry_date, e.fiscal_year, e.entry_number) < (SELECT c.entry_date, c.fiscal_year, c.entry_number FROM journal_entry c WHERE c.id = $4))
     ORDER BY e.entry_date DESC, e.fiscal_year DESC, e.entry_number DESC, p.line_number LIMIT $5`,
    [from, to, fundId ?? null, cursor, limit],
  )
  return rows
}

/**
 * Whoever is named on a slip has a receipt of his own, whatever area is noted beside him, unless he is a member through
 * an association: then the association handed the money in, and gave him its own.
 */
const isByName = `(s.id IS NOT NULL AND (p.dues_kind_id IS NULL OR p.area_id IS NULL OR NOT EXISTS (SELECT 1 FROM membership m
  WHERE m.supporter_id = s.id AND m.dues_kind_id = p.dues_kind_id AND m.route = 'association'
    AND m.joined_on <= make_date(p.dues_year + 1, 3, 31) AND (m.left_on IS NULL OR m.left_on >= make_date(p.dues_year, 4, 1)))))`

/** Asked of entries of 協賛・収益 alone, which are few. */
const sponsorshipOf = `CASE WHEN e.source_kind = 'revenue_receipt' THEN
  (SELECT t.name FROM revenue_receipt v JOIN revenue_stream t ON t.id = v.stream_id WHERE v.entry_id = e.id AND t.kind = 'sponsorship') END`

/**
 * What came in as dues, as a gift or from a sponsor; what is shared back of it, reversals and money held for others are none,
 * nor is commission of a machine, what came through a platform that gives its own proof, or what only moves between funds.
 * PostgreSQL decides once more when a receipt is written (check_receipt_entry, refuse_receipt_of_revenue).
 */
const isReceivable = `p.amount_yen < 0 AND a0.category = 'income' AND e.source_kind <> 'fund_transfer'
  AND (e.source_kind <> 'revenue_receipt' OR ${sponsorshipOf} IS NOT NULL)
  AND ((e.kind = 'receipt' AND p.dues_kind_id IS NOT NULL AND p.funding_source_id IS NOT NULL)
    OR (e.kind IN ('receipt', 'transfer') AND p.dues_kind_id IS NULL AND f.category = 'donation'))
  AND NOT EXISTS (SELECT 1 FROM posting c WHERE c.entry_id = e.id AND c.campaign_id IS NOT NULL)`

const receivedOn = 'coalesce(d0.received_on, e.entry_date)'

const paymentTables = `posting p JOIN journal_entry e ON e.id = p.entry_id JOIN ledger_account a0 ON a0.id = p.account_id
  LEFT JOIN funding_source f ON f.id = p.funding_source_id LEFT JOIN dues_kind k ON k.id = p.dues_kind_id LEFT JOIN fund u ON u.id = p.fund_id
  LEFT JOIN area a ON a.id = p.area_id LEFT JOIN supporter s ON s.id = ${survivorOf('p.supporter_id')} AND s.kind <> 'anonymous'
  LEFT JOIN receipt_entry r ON r.entry_id = e.id AND r.is_live LEFT JOIN donation d0 ON d0.entry_id = e.id`

/** Goods came in where no money did. */
const subjectOf = `CASE WHEN p.dues_kind_id IS NOT NULL THEN 'dues'
  WHEN EXISTS (SELECT 1 FROM posting d JOIN ledger_account c ON c.id = d.account_id WHERE d.entry_id = e.id AND d.amount_yen > 0 AND c.category = 'asset') THEN 'donation'
  ELSE 'goods' END`

/**
 * The 摘要 of goods tells what they are behind 財源, 物品 and 使途 (domain/ledger/entry-of-goods), or behind 企業協賛, its name
 * and 物品 (domain/donation/revenue/entry-of-revenue).
 */
const beforeGoods = `coalesce('企業協賛 ' || ${sponsorshipOf} || ' 物品', concat_ws(' ', f.name, '物品', u.name))`
const goodsOf = `CASE WHEN starts_with(e.description, ${beforeGoods} || ' ') THEN substr(e.description, length(${beforeGoods}) + 2) ELSE e.description END`

const paymentColumns = `e.id AS "entryId", e.entry_number AS "entryNumber", to_char(e.entry_date, 'YYYY-MM-DD') AS "entryDate", ${receivedOn}::text AS "receivedOn",
  e.intake_batch_id AS "batchId", ${subjectOf} AS subject,
  CASE WHEN NOT ${isByName} THEN a.id END AS "areaId", CASE WHEN NOT ${isByName} THEN a.name END AS "areaName",
  CASE WHEN ${isByName} THEN s.id END AS "supporterId", CASE WHEN ${isByName} THEN s.name END AS "supporterName",
  CASE WHEN ${isByName} THEN s.kind END AS "supporterKind", CASE WHEN ${isByName} THEN s.honorific ELSE '' END AS honorific, CASE WHEN ${isByName} THEN s.address ELSE '' END AS address,
  k.name AS "duesKindName", p.dues_year AS "duesYear", u.name AS "fundName", ${goodsOf} AS goods, ${sponsorshipOf} AS sponsorship, (-p.amount_yen)::float8 AS "amountYen",
  EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id) AS "isReversed", r.receipt_id AS "receiptId"`
