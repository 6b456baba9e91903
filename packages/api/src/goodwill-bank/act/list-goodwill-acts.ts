import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GoodwillActKind } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import type { GoodwillUndoReason } from '@sasaeai/domain/goodwill-bank/act/undo-goodwill-act-input'
import type { DepositRoute } from '@sasaeai/domain/goodwill-bank/deposit/deposit-route'
import type { GoodsCategory, GoodsMeasure } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import type { GoodsLossReason } from '@sasaeai/domain/goodwill-bank/stocktaking/goods-loss-reason'
import type { RecipientUnit, WithdrawalWay } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import type { GoodsItemId, GoodsLotId, GoodwillActId, GoodwillPurposeId, JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { isRecorded } from './is-recorded-sql.ts'

/** One line of an act: pieces or grams of a lot, in (+) or out (−). Of a stocktaking also what was booked and counted. */
export interface ActLine {
  readonly lotId: GoodsLotId
  readonly itemId: GoodsItemId
  readonly itemName: string
  readonly category: GoodsCategory
  readonly measure: GoodsMeasure
  readonly unit: string
  readonly gramsEach: number | null
  readonly purposeName: string
  readonly expiresOn: LocalDate | null
  readonly quantity: number
  readonly valueYen: Yen
  readonly reason: GoodsLossReason | null
  readonly bookQuantity: number | null
  readonly countedQuantity: number | null
  readonly explanation: string
}

/** What somebody gave. */
export interface DepositOfAct {
  readonly supporterId: SupporterId | null
  readonly supporterName: string | null
  readonly supporterNumber: number | null
  readonly route: DepositRoute
  readonly occasion: string
  readonly note: string
  readonly isSameDay: boolean
  readonly goodsValueYen: Yen
  readonly moneyEntryId: JournalEntryId | null
  readonly goodsEntryId: JournalEntryId | null
}

/** To how many of which class something went out. There is no name in it, because none is recorded. */
export interface WithdrawalOfAct {
  readonly way: WithdrawalWay
  readonly recipientUnit: RecipientUnit
  readonly recipients: number
  readonly className: string | null
  readonly areaName: string | null
  readonly committeeName: string | null
  readonly committeeHeldOn: LocalDate | null
  readonly minutes: string | null
  readonly entryId: JournalEntryId | null
}

/** One thing that happened in 善意銀行, with everything that it says. */
export interface GoodwillAct {
  readonly actId: GoodwillActId
  readonly kind: GoodwillActKind
  readonly fiscalYear: FiscalYear
  readonly number: number
  readonly actedOn: LocalDate
  readonly actedBy: string
  readonly purposeId: GoodwillPurposeId | null
  readonly purposeName: string | null
  readonly moneyYen: Yen
  readonly deposit: DepositOfAct | null
  readonly withdrawal: WithdrawalOfAct | null
  readonly lines: readonly ActLine[]
  /** The day on which it was taken back, and why; null where it stands. */
  readonly undoneOn: LocalDate | null
  readonly undoReason: GoodwillUndoReason | null
}

/** What happened in a fiscal year, of one kind, the newest first; as it was recorded and undone by a moment, where one is named. */
export async function listGoodwillActs(
  { db }: Deps,
  { fiscalYear, kind, postedUntil }: { readonly fiscalYear: FiscalYear; readonly kind: GoodwillActKind; readonly postedUntil?: PostingMoment | undefined },
): Promise<GoodwillAct[]> {
  const { rows } = await db.pool.query<GoodwillAct>(
    `${actSql('$3')} WHERE a.fiscal_year = $1 AND a.kind = $2::goodwill_act_kind AND ${isRecorded('a', '$3')} ORDER BY a.acted_on DESC, a.act_number DESC`,
    [fiscalYear, kind, postedUntil ?? null],
  )
  return rows
}

/** Some of them by their ids, in the order of their numbers. */
export async function readGoodwillActs({ db }: Deps, actIds: readonly GoodwillActId[]): Promise<GoodwillAct[]> {
  const { rows } = await db.pool.query<GoodwillAct>(`${actSql('NULL')} WHERE a.id = ANY($1::uuid[]) ORDER BY a.fiscal_year, a.act_number`, [actIds])
  return rows
}

// A movement that has no count, and a count that moved nothing, are both lines.
const actSql = (moment: string) => `
  SELECT a.id AS "actId", a.kind, a.fiscal_year AS "fiscalYear", a.act_number AS number, a.acted_on AS "actedOn", w.name AS "actedBy",
    p.id AS "purposeId", p.name AS "purposeName", coalesce(d.money_yen, o.money_yen, 0) AS "moneyYen", u.acted_on AS "undoneOn", u.undo_reason AS "undoReason",
    CASE WHEN d.act_id IS NULL THEN NULL ELSE jsonb_build_object(
      'supporterId', d.supporter_id, 'supporterName', s.name, 'supporterNumber', s.number, 'route', d.route, 'occasion', d.occasion, 'note', d.note,
      'isSameDay', d.is_same_day, 'goodsValueYen', d.goods_value_yen, 'moneyEntryId', d.money_entry_id, 'goodsEntryId', d.goods_entry_id) END AS deposit,
    CASE WHEN o.act_id IS NULL THEN NULL ELSE jsonb_build_object(
      'way', o.way, 'recipientUnit', o.recipient_unit, 'recipients', o.recipients, 'className', k.name, 'areaName', r.name, 'committeeName', c.name,
      'committeeHeldOn', c.held_on, 'minutes', c.minutes, 'entryId', o.entry_id) END AS withdrawal,
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'lotId', l.id, 'itemId', i.id, 'itemName', i.name, 'category', i.category, 'measure', i.measure, 'unit', i.unit, 'gramsEach', i.grams_each,
        'purposeName', q.name, 'expiresOn', l.expires_on, 'quantity', coalesce(m.quantity, 0), 'valueYen', coalesce(m.value_yen, 0), 'reason', m.reason,
        'bookQuantity', n.book_quantity, 'countedQuantity', n.counted_quantity, 'explanation', coalesce(n.explanation, ''))
        ORDER BY q.code, i.code, l.expires_on NULLS LAST), '[]')
      FROM (SELECT * FROM goods_movement WHERE act_id = a.id) m
      FULL JOIN (SELECT * FROM goods_count WHERE act_id = a.id) n ON n.lot_id = m.lot_id
      JOIN goods_lot l ON l.id = coalesce(m.lot_id, n.lot_id) JOIN goods_item i ON i.id = l.item_id JOIN goodwill_purpose q ON q.id = l.purpose_id) AS lines
  FROM goodwill_act a JOIN user_account w ON w.id = a.acted_by_id
  LEFT JOIN goodwill_deposit d ON d.act_id = a.id LEFT JOIN supporter s ON s.id = d.supporter_id
  LEFT JOIN goodwill_withdrawal o ON o.act_id = a.id LEFT JOIN relief_class k ON k.id = o.relief_class_id LEFT JOIN area r ON r.id = o.area_id
  LEFT JOIN grant_committee c ON c.id = o.committee_id LEFT JOIN goodwill_purpose p ON p.id = coalesce(d.purpose_id, o.purpose_id)
  LEFT JOIN goodwill_act u ON u.undoes_act_id = a.id AND ${isRecorded('u', moment)}`
