import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GoodwillActKind } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import type { GoodsLossReason } from '@sasaeai/domain/goodwill-bank/stocktaking/goods-loss-reason'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { GoodsItemId, GoodwillActId } from '@sasaeai/domain/ids'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import type { Deps } from '../../deps.ts'
import { isRecorded } from '../act/is-recorded-sql.ts'
import { listGoodsItems } from '../goods/goods-item-table.ts'

/** One coming in or going out of an item, with what was there after it; in pieces or grams. */
export interface ItemMove {
  readonly actId: GoodwillActId
  readonly kind: GoodwillActKind
  /** Of an undoing: what it takes back. */
  readonly undoneKind: GoodwillActKind | null
  readonly fiscalYear: FiscalYear
  readonly number: number
  readonly actedOn: LocalDate
  readonly purposeName: string
  readonly expiresOn: LocalDate | null
  readonly quantity: number
  readonly reason: GoodsLossReason | null
  readonly balance: number
}

/** 品目 with everything that ever moved of it, the newest first, or that was recorded by a moment; null when it is gone. */
export async function readGoodsItem(deps: Pick<Deps, 'db'>, { itemId, postedUntil }: { readonly itemId: GoodsItemId; readonly postedUntil?: PostingMoment | undefined }) {
  const item = (await listGoodsItems(deps.db)).find(({ id }) => id === itemId)
  if (item === undefined) return null
  const { rows: moves } = await deps.db.pool.query<ItemMove>(
    `SELECT a.id AS "actId", a.kind, o.kind AS "undoneKind", a.fiscal_year AS "fiscalYear", a.act_number AS number, a.acted_on AS "actedOn", p.name AS "purposeName",
       l.expires_on AS "expiresOn", m.quantity, m.reason,
       (sum(m.quantity) OVER (ORDER BY a.acted_on, a.acted_at, a.id, l.id ROWS UNBOUNDED PRECEDING))::bigint AS balance
     FROM goods_movement m JOIN goods_lot l ON l.id = m.lot_id JOIN goodwill_act a ON a.id = m.act_id JOIN goodwill_purpose p ON p.id = l.purpose_id
     LEFT JOIN goodwill_act o ON o.id = a.undoes_act_id
     WHERE l.item_id = $1 AND ${isRecorded('a', '$2')} ORDER BY a.acted_on DESC, a.acted_at DESC, a.id DESC, l.id DESC LIMIT 500`,
    [itemId, postedUntil ?? null],
  )
  return { item, moves }
}
