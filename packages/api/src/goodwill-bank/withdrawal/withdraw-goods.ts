import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GoodsMeasure } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import { formatGoods } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { takeFirstExpiring } from '@sasaeai/domain/goodwill-bank/withdrawal/first-expiring'
import type { WithdrawGoodsInput } from '@sasaeai/domain/goodwill-bank/withdrawal/goodwill-withdrawal-input'
import { formatRecipients } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type GoodsMove, writeGoodsMoves } from '../act/goods-lots.ts'
import { type ActRefusal, type GoodwillDesk, type RecordedAct, recordOnce, writeGoodwillAct } from '../act/write-goodwill-act.ts'
import { readWithdrawalNames, type WithdrawalNameRefusal, type WithdrawalNames } from './read-withdrawal-names.ts'

type WithdrawalRefusal = ActRefusal | WithdrawalNameRefusal

/**
 * 物品の払出: so much of each item goes out of a purpose, what expires first before the rest, to how many of which class.
 * What is sent again is answered with what it became the first time.
 */
export async function withdrawGoods(deps: Deps, actor: Actor, input: WithdrawGoodsInput): Promise<Outcome<RecordedAct, WithdrawalRefusal>> {
  return recordOnce(deps, { actId: input.actId, kind: 'withdrawal', day: input.withdrawnOn, dayField: 'withdrawnOn' }, () =>
    inTransaction(deps.db, (tx) => withdrawWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' }),
  )
}

async function withdrawWithin(desk: GoodwillDesk, input: WithdrawGoodsInput): Promise<Outcome<RecordedAct, WithdrawalRefusal>> {
  const { tx } = desk
  const { actId, withdrawnOn, lines: _lines, ...withdrawal } = input
  const names = await readWithdrawalNames(tx, input)
  if (!names.ok) return names
  const chosen = await chooseLots(tx, input)
  if (!chosen.ok) return chosen
  const act = await writeGoodwillAct(desk, { actId, kind: 'withdrawal', actedOn: withdrawnOn })
  await tx.goodwillWithdrawal.create({ data: { actId, ...withdrawal } })
  await writeGoodsMoves(tx, actId, chosen.value.moves)
  await writeDown(desk, { act, input, names: names.value, goods: chosen.value.words })
  return succeed(act)
}

interface ChosenLots {
  readonly moves: readonly GoodsMove[]
  /** 米 10kg、缶詰・びん詰 24点 */
  readonly words: string
}

/** Which lots the goods come from; they are locked, so that two who hand out at once see what the other has left. */
async function chooseLots(tx: Tx, { purposeId, lines, withdrawnOn }: WithdrawGoodsInput): Promise<Outcome<ChosenLots, 'goods_not_enough' | 'reference_gone'>> {
  const itemIds = lines.map(({ itemId }) => itemId)
  await tx.$queryRaw`SELECT 1 FROM goods_lot WHERE purpose_id = ${purposeId}::uuid AND item_id = ANY(${itemIds}::uuid[]) ORDER BY id FOR UPDATE`
  const lots = await tx.$queryRaw<LockedLot[]>`
    SELECT l.id AS "lotId", l.item_id AS "itemId", l.expires_on::text AS "expiresOn", l.held FROM goods_lot l
      WHERE l.purpose_id = ${purposeId}::uuid AND l.item_id = ANY(${itemIds}::uuid[])`
  const items = await tx.$queryRaw<LockedItem[]>`SELECT id, name, measure::text AS measure, unit FROM goods_item WHERE id = ANY(${itemIds}::uuid[])`
  const moves: GoodsMove[] = []
  const words: string[] = []
  for (const { itemId, quantity } of lines) {
    const item = items.find(({ id }) => id === itemId)
    if (item === undefined) return fail('reference_gone')
    const own = lots.filter((lot) => lot.itemId === itemId).map((lot) => ({ ...lot, held: Number(lot.held) }))
    const taking = takeFirstExpiring(own, { wanted: quantity, day: withdrawnOn })
    if (!taking.ok) return fail('goods_not_enough', { about: `${item.name}（在庫 ${formatGoods(taking.available, item)}）` })
    moves.push(...taking.taken.map((taken) => ({ lotId: taken.lotId, quantity: -taken.quantity })))
    words.push(`${item.name} ${formatGoods(quantity, item)}`)
  }
  return succeed({ moves, words: words.join('、') })
}

interface LockedLot {
  readonly lotId: string
  readonly itemId: string
  readonly expiresOn: LocalDate | null
  readonly held: bigint
}

interface LockedItem {
  readonly id: string
  readonly name: string
  readonly measure: GoodsMeasure
  readonly unit: string
}

async function writeDown(
  { deps, actor, tx }: GoodwillDesk,
  { act, input, names, goods }: { readonly act: RecordedAct; readonly input: WithdrawGoodsInput; readonly names: WithdrawalNames; readonly goods: string },
): Promise<void> {
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'goodwill_withdrawal.record',
    subjectKind: 'goodwill_act',
    subjectId: act.actId,
    after: { title: act.name, handedOutOn: input.withdrawnOn, purpose: names.purposeName, way: input.way, recipientsText: formatRecipients(input), committee: names.committeeName, goods },
  })
}
