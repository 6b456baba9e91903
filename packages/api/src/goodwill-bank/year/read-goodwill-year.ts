import { firstDayOf, type FiscalYear, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DepositRoute } from '@sasaeai/domain/goodwill-bank/deposit/deposit-route'
import type { GoodsCategory, GoodsMeasure } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import type { RecipientUnit, WithdrawalWay } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import type { GoodsItemId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { isRecorded } from '../act/is-recorded-sql.ts'
import { listPurposeMoney, type PurposeMoney } from '../stock/list-purpose-money.ts'

/** An item over a year, in pieces or grams. What was undone counts against the kind that it undid. */
export interface ItemOfYear {
  readonly itemId: GoodsItemId
  readonly code: string
  readonly name: string
  readonly category: GoodsCategory
  readonly measure: GoodsMeasure
  readonly unit: string
  readonly gramsEach: number | null
  readonly carried: number
  readonly deposited: number
  readonly withdrawn: number
  readonly writtenOff: number
  /** 棚卸差異: found (+) or missing (−). */
  readonly difference: number
  readonly closing: number
}

/** 払出 of one way, to one class; undone ones are left out. */
export interface WithdrawalsOfYear {
  readonly way: WithdrawalWay
  readonly className: string | null
  readonly recipientUnit: RecipientUnit
  readonly times: number
  readonly recipients: number
}

/** 預託 by one route and occasion; undone ones are left out. Grams are those of what can be weighed. */
export interface DepositsOfYear {
  readonly route: DepositRoute
  readonly occasion: string
  readonly times: number
  readonly givers: number
  readonly grams: number
  readonly pieces: number
}

export interface GoodwillYear {
  readonly fiscalYear: FiscalYear
  /** The last day that is counted: today, or the year's last day. */
  readonly asOf: LocalDate
  readonly money: readonly PurposeMoney[]
  readonly items: readonly ItemOfYear[]
  readonly withdrawals: readonly WithdrawalsOfYear[]
  readonly deposits: readonly DepositsOfYear[]
}

/** 年間報告: money by purpose, goods by item, what came in by which way and what went out to how many, as it was recorded and booked by the moment. */
export async function readGoodwillYear(deps: Pick<Deps, 'db' | 'now'>, fiscalYear: FiscalYear, at: ReportMoment = ofNow): Promise<GoodwillYear> {
  const today = localDateInTokyo(at.moment ?? deps.now())
  const asOf = lastDayOf(fiscalYear) < today ? lastDayOf(fiscalYear) : today
  const span = [firstDayOf(fiscalYear), asOf, at.moment]
  const { pool } = deps.db
  const [money, items, withdrawals, deposits] = await Promise.all([
    listPurposeMoney(deps, { fiscalYear, asOf }, at),
    pool.query<ItemOfYear>(itemsSql, span),
    pool.query<WithdrawalsOfYear>(withdrawalsSql, span),
    pool.query<DepositsOfYear>(depositsSql, span),
  ])
  return { fiscalYear, asOf, money, items: items.rows, withdrawals: withdrawals.rows, deposits: deposits.rows }
}

const itemsSql = `
  WITH moved AS (
    SELECT l.item_id, m.quantity, a.acted_on < $1 AS is_before, coalesce(o.kind, a.kind) AS kind
    FROM goods_movement m JOIN goods_lot l ON l.id = m.lot_id JOIN goodwill_act a ON a.id = m.act_id AND a.acted_on <= $2 AND ${isRecorded('a', '$3')}
    LEFT JOIN goodwill_act o ON o.id = a.undoes_act_id)
  SELECT i.id AS "itemId", i.code, i.name, i.category, i.measure, i.unit, i.grams_each AS "gramsEach",
    coalesce(sum(quantity) FILTER (WHERE is_before), 0)::bigint AS carried,
    coalesce(sum(quantity) FILTER (WHERE NOT is_before AND kind = 'deposit'), 0)::bigint AS deposited,
    coalesce(-sum(quantity) FILTER (WHERE NOT is_before AND kind = 'withdrawal'), 0)::bigint AS withdrawn,
    coalesce(-sum(quantity) FILTER (WHERE NOT is_before AND kind = 'write_off'), 0)::bigint AS "writtenOff",
    coalesce(sum(quantity) FILTER (WHERE NOT is_before AND kind = 'stocktaking'), 0)::bigint AS difference,
    sum(quantity)::bigint AS closing
  FROM moved JOIN goods_item i ON i.id = moved.item_id GROUP BY i.id
  HAVING sum(quantity) <> 0 OR bool_or(NOT is_before) ORDER BY i.category, i.code`

const standing = `a.acted_on BETWEEN $1 AND $2 AND ${isRecorded('a', '$3')}
    AND NOT EXISTS (SELECT 1 FROM goodwill_act u WHERE u.undoes_act_id = a.id AND ${isRecorded('u', '$3')})`

const withdrawalsSql = `
  SELECT w.way, k.name AS "className", w.recipient_unit AS "recipientUnit", count(*)::int AS times, sum(w.recipients)::int AS recipients
  FROM goodwill_withdrawal w JOIN goodwill_act a ON a.id = w.act_id LEFT JOIN relief_class k ON k.id = w.relief_class_id
  WHERE ${standing} GROUP BY w.way, k.code, k.name, w.recipient_unit ORDER BY w.way, k.code NULLS LAST, w.recipient_unit`

const depositsSql = `
  SELECT d.route, d.occasion, count(DISTINCT a.id)::int AS times, count(DISTINCT d.supporter_id)::int AS givers,
    coalesce(sum(CASE WHEN i.measure = 'weight' THEN m.quantity ELSE m.quantity * i.grams_each END), 0)::bigint AS grams,
    coalesce(sum(m.quantity) FILTER (WHERE i.measure = 'count'), 0)::bigint AS pieces
  FROM goodwill_deposit d JOIN goodwill_act a ON a.id = d.act_id LEFT JOIN goods_movement m ON m.act_id = a.id
  LEFT JOIN goods_lot l ON l.id = m.lot_id LEFT JOIN goods_item i ON i.id = l.item_id
  WHERE ${standing} GROUP BY d.route, d.occasion ORDER BY d.route, d.occasion`
