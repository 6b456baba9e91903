import type { GoodsGiven } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'

/** 物品 of 善意銀行 of the year, as it had been written down until the moment; what was undone by then is left out. */
export async function readGoodsGiven({ db }: Pick<Deps, 'db'>, { fiscalYear, asOf }: FundingCut, { moment }: ReportMoment): Promise<GoodsGiven> {
  const values = [firstDayOf(fiscalYear), asOf, moment]
  const [deposits, withdrawals] = await Promise.all([
    db.pool.query<GoodsGiven['deposits'][number]>(depositsSql, values),
    db.pool.query<GoodsGiven['withdrawals'][number]>(withdrawalsSql, values),
  ])
  return { deposits: deposits.rows, withdrawals: withdrawals.rows }
}

const wasThere = (act: string) => `($3::timestamptz IS NULL OR ${act}.acted_at <= $3)`
const standing = `a.acted_on BETWEEN $1 AND $2 AND ${wasThere('a')} AND NOT EXISTS (SELECT FROM goodwill_act u WHERE u.undoes_act_id = a.id AND ${wasThere('u')})`

/** Money that was 預託 is in the books: only what moved goods. */
const depositsSql = `
  SELECT d.route, d.occasion, count(DISTINCT a.id)::int AS times, count(DISTINCT d.supporter_id)::int AS givers,
      coalesce(sum(CASE WHEN i.measure = 'weight' THEN m.quantity ELSE m.quantity * i.grams_each END), 0)::bigint AS grams,
      coalesce(sum(m.quantity) FILTER (WHERE i.measure = 'count'), 0)::bigint AS pieces
    FROM goodwill_deposit d JOIN goodwill_act a ON a.id = d.act_id JOIN goods_movement m ON m.act_id = a.id
      JOIN goods_lot l ON l.id = m.lot_id JOIN goods_item i ON i.id = l.item_id
    WHERE ${standing} GROUP BY d.route, d.occasion ORDER BY d.route, d.occasion`

const withdrawalsSql = `
  SELECT w.way, w.recipient_unit AS "recipientUnit", count(*)::int AS times, sum(w.recipients)::int AS recipients
    FROM goodwill_withdrawal w JOIN goodwill_act a ON a.id = w.act_id
    WHERE ${standing} AND EXISTS (SELECT FROM goods_movement m WHERE m.act_id = a.id)
    GROUP BY w.way, w.recipient_unit ORDER BY w.way, w.recipient_unit`
