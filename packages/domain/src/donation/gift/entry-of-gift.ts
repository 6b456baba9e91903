import { normalizeForSearch } from '../../text/search-text.ts'
import { type Contribution, type ContributionProblem, postingsOfContribution, problemOfContribution } from '../../ledger/contribution.ts'
import type { EntryDraft, PostingDraft } from '../../ledger/entry-draft.ts'
import type { EntryOrigin } from '../../ledger/entry-of-contribution.ts'
import { entryOfGoods, type Goods, type GoodsProblem, problemOfGoods } from '../../ledger/entry-of-goods.ts'
import type { GroundData } from '../../ledger/ground-data.ts'
import { sumYen } from '../../money/yen.ts'
import { donationKindNames } from './donation-kind.ts'
import type { Gift, Given } from './gift-input.ts'

type MoneyGift = Gift & { readonly given: Extract<Given, { form: 'money' }> }

export type GiftProblem = ContributionProblem | GoodsProblem | 'gift_source_unusable'

/** What keeps a gift from being booked, with the field of the form at fault; null when nothing does. */
export function problemOfGift(gift: Gift, ground: GroundData): { code: GiftProblem; field: string } | null {
  if (ground.sources.get(gift.fundingSourceId)?.category !== 'donation') return { code: 'gift_source_unusable', field: 'fundingSourceId' }
  if (gift.given.form === 'goods') {
    const problem = problemOfGoods(goodsOfGift(gift, gift.given), ground)
    return problem === null ? null : { ...problem, field: problem.field === 'entryDate' ? 'receivedOn' : problem.field }
  }
  for (const [place, share] of contributionsOfGift({ ...gift, given: gift.given }).entries()) {
    const problem = problemOfContribution(share, ground)
    if (problem !== null) return { ...problem, field: fieldOfShare(problem.field, place) }
  }
  return null
}

/**
 * The entry of a gift. Money that goes to several purposes is one entry with a posting for each: one gift, one 伝票, one
 * receipt, and what was paid in is exactly what the purposes get. It counts as one gift, on its first posting.
 * @throws Error if the gift has a problem: check it first.
 */
export function entryOfGift(gift: Gift, ground: GroundData, origin: EntryOrigin): EntryDraft {
  if (gift.given.form === 'goods') return entryOfGoods(goodsOfGift(gift, gift.given), ground, origin)
  const description = describeGift(gift, ground)
  return {
    ...origin,
    entryDate: gift.receivedOn,
    kind: 'receipt',
    payerId: gift.supporterId ?? undefined,
    description,
    searchText: normalizeForSearch(`${description} ${origin.reason ?? ''}`),
    postings: postingsOfMoney({ ...gift, given: gift.given }, ground),
  }
}

function postingsOfMoney(gift: MoneyGift, ground: GroundData): PostingDraft[] {
  const pairs = contributionsOfGift(gift).map((share) => postingsOfContribution(share, ground))
  const cash = pairs.flatMap(([debit]) => (debit === undefined ? [] : [debit]))
  return [
    { accountId: gift.given.cashAccountId, amountYen: sumYen(cash.map(({ amountYen }) => amountYen)) },
    ...pairs.flatMap(([, credit]) => (credit === undefined ? [] : [credit])),
  ]
}

function contributionsOfGift({ given, receivedOn, fundingSourceId, areaId, supporterId }: MoneyGift): Contribution[] {
  return given.shares.map(({ fundId, amountYen }, place) => ({
    entryDate: receivedOn,
    cashAccountId: given.cashAccountId,
    fundingSourceId,
    areaId: areaId ?? undefined,
    fundId: fundId ?? undefined,
    supporterId: supporterId ?? undefined,
    amountYen,
    count: place === 0 ? 1 : 0,
    note: '',
  }))
}

function goodsOfGift({ receivedOn, fundingSourceId, areaId, supporterId, details }: Gift, { expenseAccountId, fundId, fairValueYen }: Extract<Given, { form: 'goods' }>): Goods {
  return {
    entryDate: receivedOn,
    expenseAccountId,
    fundingSourceId,
    fundId: fundId ?? undefined,
    areaId: areaId ?? undefined,
    supporterId: supporterId ?? undefined,
    fairValueYen,
    goods: details.goods,
  }
}

/** 摘要: 「寄附金 香典返し 子ども食堂応援・移送サービス」. Names of the deceased stay out of the books. */
function describeGift({ given, fundingSourceId, areaId, details }: Gift, ground: GroundData): string {
  const funds = given.form === 'money' ? given.shares.flatMap(({ fundId }) => (fundId === null ? [] : (ground.funds.get(fundId)?.name ?? []))) : []
  const names = [
    ground.sources.get(fundingSourceId)?.name,
    details.kind === 'general' || details.kind === 'designated' ? undefined : donationKindNames[details.kind],
    funds.length === 0 ? undefined : funds.join('・'),
    areaId === null ? undefined : ground.areas.get(areaId)?.name,
    details.occasion,
  ]
  return names.filter((name) => name !== undefined && name !== '').join(' ')
}

/** The field of the form that a refusal of one share belongs to: its purpose, or what all of them have in common. */
function fieldOfShare(field: keyof Contribution, place: number): string {
  if (field === 'entryDate') return 'receivedOn'
  return field === 'fundId' || field === 'amountYen' ? `${field}-${place}` : field
}
