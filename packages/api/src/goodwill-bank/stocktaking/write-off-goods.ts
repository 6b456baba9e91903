import { inTransaction } from '@sasaeai/db/in-transaction'
import { goodsLossReasonNames } from '@sasaeai/domain/goodwill-bank/stocktaking/goods-loss-reason'
import type { WriteOffGoodsInput } from '@sasaeai/domain/goodwill-bank/stocktaking/stocktaking-input'
import { type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { writeGoodsMoves } from '../act/goods-lots.ts'
import { type ActRefusal, type GoodwillDesk, type RecordedAct, recordOnce, writeGoodwillAct } from '../act/write-goodwill-act.ts'

/** 廃棄: what has expired, broken or got lost goes out of the stock, each with its reason, all of it or nothing. */
export async function writeOffGoods(deps: Deps, actor: Actor, input: WriteOffGoodsInput): Promise<Outcome<RecordedAct, ActRefusal | 'reference_gone'>> {
  return recordOnce(deps, { actId: input.actId, kind: 'write_off', day: input.writtenOffOn, dayField: 'writtenOffOn' }, () =>
    inTransaction(deps.db, (tx) => writeOffWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' }),
  )
}

async function writeOffWithin(desk: GoodwillDesk, { actId, writtenOffOn, lines }: WriteOffGoodsInput): Promise<Outcome<RecordedAct, never>> {
  const { deps, actor, tx } = desk
  const act = await writeGoodwillAct(desk, { actId, kind: 'write_off', actedOn: writtenOffOn })
  await writeGoodsMoves(tx, actId, lines.map(({ lotId, quantity, reason }) => ({ lotId, quantity: -quantity, reason })))
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'goodwill_write_off.record',
    subjectKind: 'goodwill_act',
    subjectId: actId,
    after: { title: act.name, writtenOffOn, count: lines.length, reasons: [...new Set(lines.map(({ reason }) => goodsLossReasonNames[reason]))] },
  })
  return succeed(act)
}
