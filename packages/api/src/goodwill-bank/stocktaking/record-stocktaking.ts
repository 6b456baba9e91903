import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { RecordStocktakingInput } from '@sasaeai/domain/goodwill-bank/stocktaking/stocktaking-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { writeGoodsMoves } from '../act/goods-lots.ts'
import { type ActRefusal, type GoodwillDesk, type RecordedAct, recordOnce, writeGoodwillAct } from '../act/write-goodwill-act.ts'

type StocktakingRefusal = ActRefusal | 'goods_moved_meanwhile' | 'reference_gone'

/**
 * 棚卸: what was counted of each lot at the end of a day, beside what the books said; every difference with its reason goes
 * into the stock. Refused where something moved since the page was opened: then it has to be looked at again.
 */
export async function recordStocktaking(deps: Deps, actor: Actor, input: RecordStocktakingInput): Promise<Outcome<RecordedAct, StocktakingRefusal>> {
  return recordOnce(deps, { actId: input.actId, kind: 'stocktaking', day: input.countedOn, dayField: 'countedOn' }, () =>
    inTransaction(deps.db, (tx) => recordWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' }),
  )
}

async function recordWithin(desk: GoodwillDesk, input: RecordStocktakingInput): Promise<Outcome<RecordedAct, StocktakingRefusal>> {
  const { deps, actor, tx } = desk
  const { actId, countedOn, lines } = input
  const book = await readBookQuantities(tx, input)
  if (lines.some(({ lotId }) => !book.has(lotId))) return fail('reference_gone')
  if (lines.some(({ lotId, bookQuantity }) => book.get(lotId) !== bookQuantity)) return fail('goods_moved_meanwhile')
  const act = await writeGoodwillAct(desk, { actId, kind: 'stocktaking', actedOn: countedOn })
  await tx.goodsCount.createMany({
    data: lines.map(({ lotId, bookQuantity, countedQuantity, explanation }) => ({
      actId, lotId, bookQuantity: BigInt(bookQuantity), countedQuantity: BigInt(countedQuantity), explanation,
    })),
  })
  const different = lines.filter(({ bookQuantity, countedQuantity }) => bookQuantity !== countedQuantity)
  await writeGoodsMoves(tx, actId, different.map(({ lotId, bookQuantity, countedQuantity, reason }) => ({ lotId, quantity: countedQuantity - bookQuantity, reason })))
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'goodwill_stocktaking.record',
    subjectKind: 'goodwill_act',
    subjectId: actId,
    after: { title: act.name, countedOn, count: lines.length, differences: different.length },
  })
  return succeed(act)
}

/** What the books say of the lots at the end of the day that was counted; they are locked against whoever moves them now. */
async function readBookQuantities(tx: Tx, { lines, countedOn }: RecordStocktakingInput): Promise<ReadonlyMap<string, number>> {
  const lotIds = lines.map(({ lotId }) => lotId)
  await tx.$queryRaw`SELECT 1 FROM goods_lot WHERE id = ANY(${lotIds}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.$queryRaw<{ lotId: string; quantity: bigint }[]>`
    SELECT l.id AS "lotId", coalesce(sum(m.quantity) FILTER (WHERE a.acted_on <= ${countedOn}::date), 0)::bigint AS quantity
      FROM goods_lot l LEFT JOIN goods_movement m ON m.lot_id = l.id LEFT JOIN goodwill_act a ON a.id = m.act_id
      WHERE l.id = ANY(${lotIds}::uuid[]) GROUP BY l.id`
  return new Map(rows.map(({ lotId, quantity }) => [lotId, Number(quantity)]))
}
