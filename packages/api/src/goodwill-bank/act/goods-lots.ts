import type { Tx } from '@sasaeai/db/in-transaction'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GoodsLossReason } from '@sasaeai/domain/goodwill-bank/stocktaking/goods-loss-reason'
import type { GoodsItemId, GoodwillActId, GoodwillPurposeId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

/** In pieces or grams, in (+) or out (−). */
export interface GoodsMove {
  readonly lotId: string
  readonly quantity: number
  readonly valueYen?: Yen
  readonly reason?: GoodsLossReason | null
}

/** Writes what moved, in one statement; a trigger keeps what is there and refuses to go below nothing. */
export async function writeGoodsMoves(tx: Tx, actId: GoodwillActId, moves: readonly GoodsMove[]): Promise<void> {
  if (moves.length === 0) return
  await tx.goodsMovement.createMany({
    data: moves.map(({ lotId, quantity, valueYen = 0, reason = null }) => ({ actId, lotId, quantity: BigInt(quantity), valueYen: BigInt(valueYen), reason })),
  })
}

interface WantedLot {
  readonly itemId: GoodsItemId
  readonly expiresOn: LocalDate | null
}

/** The lots of a purpose that goods go into, by `keyOfLot`; made where nobody has made them yet. */
export async function findOrMakeLots(
  { tx, newId }: { tx: Tx; newId: () => string },
  purposeId: GoodwillPurposeId,
  wanted: readonly WantedLot[],
): Promise<ReadonlyMap<string, string>> {
  const distinct = [...new Map(wanted.map((lot) => [keyOfLot(lot), lot])).values()].toSorted((left, right) => (keyOfLot(left) < keyOfLot(right) ? -1 : 1))
  const rows = JSON.stringify(distinct.map(({ itemId, expiresOn }) => ({ id: newId(), itemId, expiresOn })))
  await tx.$executeRaw`
    INSERT INTO goods_lot (id, item_id, purpose_id, expires_on)
      SELECT id, "itemId", ${purposeId}::uuid, "expiresOn" FROM jsonb_to_recordset(${rows}::jsonb) AS w(id uuid, "itemId" uuid, "expiresOn" date)
      ON CONFLICT (item_id, purpose_id, coalesce(expires_on, 'infinity'::date)) DO NOTHING`
  const lots = await tx.$queryRaw<{ lotId: string; itemId: GoodsItemId; expiresOn: LocalDate | null }[]>`
    SELECT l.id AS "lotId", l.item_id AS "itemId", l.expires_on::text AS "expiresOn" FROM goods_lot l
      JOIN jsonb_to_recordset(${rows}::jsonb) AS w("itemId" uuid, "expiresOn" date)
        ON w."itemId" = l.item_id AND w."expiresOn" IS NOT DISTINCT FROM l.expires_on
      WHERE l.purpose_id = ${purposeId}::uuid`
  return new Map(lots.map((lot) => [keyOfLot(lot), lot.lotId]))
}

/** An item with one 期限. */
export function keyOfLot({ itemId, expiresOn }: WantedLot): string {
  return `${itemId} ${expiresOn ?? ''}`
}
