import { bookedGoodsYen, type RecordDepositInput } from '@sasaeai/domain/goodwill-bank/deposit/goodwill-deposit-input'
import { type FundId, id, type JournalEntryId } from '@sasaeai/domain/ids'
import { type Contribution, type ContributionProblem, problemOfContribution } from '@sasaeai/domain/ledger/contribution'
import { entryOfContribution } from '@sasaeai/domain/ledger/entry-of-contribution'
import { entryOfGoods, type Goods, type GoodsProblem, problemOfGoods } from '@sasaeai/domain/ledger/entry-of-goods'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { yen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { type EntryToPost, postEntries } from '../../ledger/post-entries.ts'
import type { GoodwillDesk } from '../act/write-goodwill-act.ts'

export type DepositEntryProblem = ContributionProblem | GoodsProblem | 'goodwill_purpose_without_fund'

export interface DepositToBook {
  readonly input: RecordDepositInput
  readonly ground: GroundData
  /** Where the money of the purpose stands; null where only goods are taken. */
  readonly fundId: FundId | null
  /** What the goods are, as the 摘要 says it. */
  readonly goodsWords: string
}

interface DepositEntries {
  readonly moneyEntryId: JournalEntryId | null
  readonly goodsEntryId: JournalEntryId | null
}

/** What keeps a deposit's money or goods out of the books; null when nothing does, or nothing is to be booked. */
export function problemOfDeposit(deposit: DepositToBook): Outcome<null, DepositEntryProblem> {
  const { input, ground, fundId } = deposit
  if (input.moneyYen > 0 && fundId === null) return fail('goodwill_purpose_without_fund', { field: 'purposeId' })
  const [money, goods] = [contributionOf(deposit), goodsOf(deposit)]
  const problem = (money === null ? null : problemOfContribution(money, ground)) ?? (goods === null ? null : problemOfGoods(goods, ground))
  return problem === null ? succeed(null) : fail(problem.code, { field: problem.field === 'entryDate' ? 'depositedOn' : problem.field })
}

/** Books money as a gift to the purpose's fund, and goods with a value at fair value. */
export async function postDepositEntries(desk: GoodwillDesk, deposit: DepositToBook): Promise<DepositEntries> {
  const { deps, actor } = desk
  const { input: { actId }, ground } = deposit
  const [money, goods] = [contributionOf(deposit), goodsOf(deposit)]
  const origin = () => ({ id: id<'JournalEntryId'>(deps.newId()), sourceId: actId, postedById: actor.userId })
  const moneyEntry = money === null ? null : entryOfContribution(money, ground, { ...origin(), sourceKind: 'goodwill_money' })
  const goodsEntry = goods === null ? null : entryOfGoods(goods, ground, { ...origin(), sourceKind: 'goodwill_goods' })
  const wanted = [
    ...(moneyEntry === null || money === null ? [] : [toPost(moneyEntry, money.amountYen)]),
    ...(goodsEntry === null || goods === null ? [] : [toPost(goodsEntry, goods.fairValueYen)]),
  ]
  await postEntries(desk, wanted)
  return { moneyEntryId: moneyEntry?.id ?? null, goodsEntryId: goodsEntry?.id ?? null }
}

function contributionOf({ input, fundId }: DepositToBook): Contribution | null {
  const { moneyYen, cashAccountId, fundingSourceId, depositedOn, supporterId } = input
  if (moneyYen === 0 || cashAccountId === null || fundingSourceId === null) return null
  return {
    entryDate: depositedOn, cashAccountId, fundingSourceId, amountYen: moneyYen, count: 1, note: '預託',
    ...(fundId === null ? {} : { fundId }), ...(supporterId === null ? {} : { supporterId }),
  }
}

/** Goods carry no fund: its balance is money. */
function goodsOf({ input, goodsWords }: DepositToBook): Goods | null {
  const { expenseAccountId, fundingSourceId, depositedOn, supporterId } = input
  const fairValueYen = bookedGoodsYen(input)
  if (fairValueYen === 0 || expenseAccountId === null || fundingSourceId === null) return null
  return {
    entryDate: depositedOn, expenseAccountId, fundingSourceId, fairValueYen: yen(fairValueYen), goods: goodsWords,
    ...(supporterId === null ? {} : { supporterId }),
  }
}

function toPost(entry: EntryToPost['entry'], amountYen: number): EntryToPost {
  const after = { entryDate: entry.entryDate, amountYen }
  return { entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after } }
}
