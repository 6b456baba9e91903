import { inTransaction } from '@sasaeai/db/in-transaction'
import type { RecordDepositInput } from '@sasaeai/domain/goodwill-bank/deposit/goodwill-deposit-input'
import type { GoodsMeasure } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import { formatGoods } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { idIn } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { addYen, sumYen, yen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { findOrMakeLots, type GoodsMove, keyOfLot, writeGoodsMoves } from '../act/goods-lots.ts'
import { type ActRefusal, type GoodwillDesk, type RecordedAct, recordOnce, writeGoodwillAct } from '../act/write-goodwill-act.ts'
import { type DepositEntryProblem, type DepositToBook, postDepositEntries, problemOfDeposit } from './post-deposit-entries.ts'

type NameRefusal = 'goodwill_purpose_unusable' | 'goods_item_unusable' | 'reference_gone'
type DepositRefusal = ActRefusal | DepositEntryProblem | NameRefusal

/**
 * 預託: takes goods, money or both into the care of 善意銀行, with their number, their entries and their audit event in one
 * transaction. What is sent again is answered with the deposit that it became the first time.
 */
export async function recordDeposit(deps: Deps, actor: Actor, input: RecordDepositInput): Promise<Outcome<RecordedAct, DepositRefusal>> {
  // Read before the transaction: one that waits for a second connection can starve the pool.
  const ground = await readGroundData(deps.db)
  return recordOnce(deps, { actId: input.actId, kind: 'deposit', day: input.depositedOn, dayField: 'depositedOn' }, () =>
    inTransaction(deps.db, (tx) => recordWithin({ deps, actor, tx }, input, ground), { isolation: 'ReadCommitted' }),
  )
}

async function recordWithin(desk: GoodwillDesk, input: RecordDepositInput, ground: GroundData): Promise<Outcome<RecordedAct, DepositRefusal>> {
  const { deps, tx } = desk
  const { actId, purposeId, supporterId, route, occasion, note, isSameDay, lines } = input
  const names = await readNames(desk, input)
  if (!names.ok) return names
  const deposit: DepositToBook = { input, ground, ...names.value }
  const bookable = problemOfDeposit(deposit)
  if (!bookable.ok) return bookable
  const act = await writeGoodwillAct(desk, { actId, kind: 'deposit', actedOn: input.depositedOn })
  const entries = await postDepositEntries(desk, deposit)
  await tx.goodwillDeposit.create({
    data: {
      actId, purposeId, supporterId, route, occasion, note, isSameDay, moneyYen: BigInt(input.moneyYen),
      goodsValueYen: BigInt(sumYen(lines.map(({ valueYen }) => valueYen))), ...entries,
    },
  })
  await writeGoodsMoves(tx, actId, movesOf(input, await findOrMakeLots({ tx, newId: deps.newId }, purposeId, lines)))
  await writeDown(desk, { act, input, names: names.value })
  return succeed(act)
}

interface DepositNames extends Pick<DepositToBook, 'fundId' | 'goodsWords'> {
  readonly purposeName: string
}

/** What the ids stand for, where they may be used. Shared locks keep them in use until the deposit stands. */
async function readNames({ tx }: GoodwillDesk, { purposeId, lines }: RecordDepositInput): Promise<Outcome<DepositNames, NameRefusal>> {
  await tx.$queryRaw`SELECT 1 FROM goodwill_purpose WHERE id = ${purposeId}::uuid FOR SHARE`
  const purpose = await tx.goodwillPurpose.findUnique({ where: { id: purposeId }, select: { name: true, fundId: true, closedOn: true } })
  if (purpose === null) return fail('reference_gone')
  if (purpose.closedOn !== null) return fail('goodwill_purpose_unusable', { field: 'purposeId' })
  const known = await tx.goodsItem.findMany({ where: { id: { in: lines.map(({ itemId }) => itemId) } } })
  const items = new Map<string, NamedItem>(known.map((item) => [item.id, item]))
  const closed = known.find(({ closedOn }) => closedOn !== null)
  if (closed !== undefined) return fail('goods_item_unusable', { about: `「${closed.name}」` })
  if (lines.some(({ itemId }) => !items.has(itemId))) return fail('reference_gone')
  return succeed({ purposeName: purpose.name, fundId: idIn<'FundId'>(purpose.fundId) ?? null, goodsWords: goodsInWords(lines, items) })
}

interface NamedItem {
  readonly name: string
  readonly measure: GoodsMeasure
  readonly unit: string
}

/** 米 10kg、缶詰・びん詰 24点 ほか3品目 */
function goodsInWords(lines: RecordDepositInput['lines'], items: ReadonlyMap<string, NamedItem>): string {
  const sums = new Map<string, number>()
  for (const { itemId, quantity } of lines) sums.set(itemId, (sums.get(itemId) ?? 0) + quantity)
  const words = [...sums].flatMap(([itemId, quantity]) => {
    const item = items.get(itemId)
    return item === undefined ? [] : [`${item.name} ${formatGoods(quantity, item)}`]
  })
  const shown = words.slice(0, 3).join('、')
  return words.length > 3 ? `${shown} ほか${words.length - 3}品目` : shown
}

/** One movement a lot: two lines of an item with the same 期限 go together. */
function movesOf({ lines }: RecordDepositInput, lots: ReadonlyMap<string, string>): GoodsMove[] {
  const moves = new Map<string, { lotId: string; quantity: number; valueYen: ReturnType<typeof yen> }>()
  for (const line of lines) {
    const lotId = lots.get(keyOfLot(line))
    if (lotId === undefined) throw new Error('a lot was not made')
    const before = moves.get(lotId)
    moves.set(lotId, { lotId, quantity: (before?.quantity ?? 0) + line.quantity, valueYen: addYen(before?.valueYen ?? yen(0), line.valueYen) })
  }
  return [...moves.values()]
}

async function writeDown(
  { deps, actor, tx }: GoodwillDesk,
  { act, input, names }: { readonly act: RecordedAct; readonly input: RecordDepositInput; readonly names: DepositNames },
): Promise<void> {
  const { depositedOn, moneyYen, lines } = input
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'goodwill_deposit.record',
    subjectKind: 'goodwill_act',
    subjectId: act.actId,
    after: { title: act.name, depositedOn, purpose: names.purposeName, goods: names.goodsWords, goodsValueYen: sumYen(lines.map(({ valueYen }) => valueYen)), moneyYen },
  })
}
