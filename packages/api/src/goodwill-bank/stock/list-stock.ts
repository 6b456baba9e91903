import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GoodsCategory, GoodsMeasure } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import type { GoodsItemId, GoodsLotId, GoodwillPurposeId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { isRecorded } from '../act/is-recorded-sql.ts'

/** What is there of an item for a purpose with one 期限, in pieces or grams. */
export interface StockLot {
  readonly lotId: GoodsLotId
  readonly itemId: GoodsItemId
  readonly itemCode: string
  readonly itemName: string
  readonly category: GoodsCategory
  readonly measure: GoodsMeasure
  readonly unit: string
  readonly gramsEach: number | null
  readonly purposeId: GoodwillPurposeId
  readonly purposeCode: string
  readonly purposeName: string
  readonly expiresOn: LocalDate | null
  readonly quantity: number
}

/** 在庫 at the end of a day, by what was recorded until the moment: every lot of which something was there, by purpose, item and 期限. */
export async function listStock({ db }: Pick<Deps, 'db'>, asOf: LocalDate, { moment }: Pick<ReportMoment, 'moment'> = ofNow): Promise<StockLot[]> {
  const { rows } = await db.pool.query<StockLot>(
    `SELECT l.id AS "lotId", i.id AS "itemId", i.code AS "itemCode", i.name AS "itemName", i.category, i.measure, i.unit, i.grams_each AS "gramsEach",
       p.id AS "purposeId", p.code AS "purposeCode", p.name AS "purposeName", l.expires_on AS "expiresOn", sum(m.quantity)::bigint AS quantity
     FROM goods_lot l JOIN goods_item i ON i.id = l.item_id JOIN goodwill_purpose p ON p.id = l.purpose_id
     JOIN goods_movement m ON m.lot_id = l.id JOIN goodwill_act a ON a.id = m.act_id AND a.acted_on <= $1 AND ${isRecorded('a', '$2')}
     GROUP BY l.id, i.id, p.id HAVING sum(m.quantity) <> 0
     ORDER BY p.code, i.category, i.code, l.expires_on NULLS LAST`,
    [asOf, moment],
  )
  return rows
}
