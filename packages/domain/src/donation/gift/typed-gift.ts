import { z } from 'zod'
import { formatLocalDateShort } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import { amountRefusalMessage, parseAmount } from '../../money/parse-amount.ts'
import { addYen, formatYen, formatYenDelta, negateYen, sumYen, type Yen, yen } from '../../money/yen.ts'
import { type Gift, giftSchema } from './gift-input.ts'

/** A gift as the form holds it, and as the browser keeps it until it is booked: everything as typed or chosen. */
export const typedGiftSchema = z.object({
  /** Made with the sheet: sent again, it is booked once. */
  giftId: z.string(),
  receivedOn: z.string(),
  supporterId: z.string(),
  /** As the form shows the giver again after a reload. */
  supporterLabel: z.string(),
  fundingSourceId: z.string(),
  areaId: z.string(),
  kind: z.string(),
  /** 現金預金 of money, 事業費 of goods. */
  cashAccountId: z.string(),
  expenseAccountId: z.string(),
  /** What was given in all: the amount, or the fair value of goods. */
  amountYen: z.string(),
  /** The purposes; a single one gets everything, and its amount is not typed. */
  shares: z.array(z.object({ fundId: z.string(), amountYen: z.string() })).min(1),
  deceasedName: z.string(),
  mournerName: z.string(),
  relationship: z.string(),
  occasion: z.string(),
  goods: z.string(),
  channelId: z.string(),
  staff: z.string(),
  consent: z.string(),
  printedName: z.string(),
  note: z.string(),
  instalmentId: z.string(),
})
export type TypedGift = z.output<typeof typedGiftSchema>

/** The field that cannot be read, by the id that it has on the form, and what to do about it. */
export interface TypedGiftProblem {
  readonly fieldId: string
  readonly message: string
}

export type GiftReading = { readonly ok: true; readonly gift: Gift } | { readonly ok: false; readonly problems: readonly TypedGiftProblem[] }

/** The id of a purpose's field on the form. */
export function fieldOfShare(field: 'fundId' | 'amountYen', place: number): string {
  return `${field}-${place}`
}

/** A typed gift as the command takes it, or every field that keeps it from being one, in the order of the form. */
export function readTypedGift(typed: TypedGift, context: DateContext): GiftReading {
  const problems: TypedGiftProblem[] = []
  const receivedOn = typedDateSchema(context).safeParse(typed.receivedOn)
  if (!receivedOn.success) problems.push({ fieldId: 'receivedOn', message: receivedOn.error.issues[0]?.message ?? '' })
  const isGoods = typed.kind === 'in_kind'
  const amount = parseAmount(typed.amountYen)
  if (!amount.ok) problems.push({ fieldId: 'amountYen', message: amountRefusalMessage(amount.reason) })
  const [chosen, message] = isGoods ? (['expenseAccountId', '物品の使いみちの科目を選んでください。例：事業費支出'] as const) : (['cashAccountId', '入金先を選んでください。例：現金'] as const)
  if (typed[chosen] === '') problems.push({ fieldId: chosen, message })
  if (typed.fundingSourceId === '') problems.push({ fieldId: 'fundingSourceId', message: '財源を選んでください。例：寄附金' })
  if (amount.ok && !isGoods) problems.push(...problemsOfShares(typed, amount.yen))
  if (problems.length > 0 || !receivedOn.success || !amount.ok) return { ok: false, problems }
  return parsed(typed, { receivedOn: receivedOn.data, amountYen: amount.yen })
}

/** What is not yet shared out; null while the amounts cannot be read. Minus when too much was. */
export function remainderOfShares({ amountYen, shares }: Pick<TypedGift, 'amountYen' | 'shares'>): Yen | null {
  const total = parseAmount(amountYen)
  if (!total.ok) return null
  const parts = shares.map((share) => (share.amountYen.trim() === '' ? yen(0) : readAmount(share.amountYen)))
  return parts.includes(null) ? null : addYen(total.yen, negateYen(sumYen(parts.flatMap((part) => part ?? []))))
}

/** A new sheet: what the last one leaves as it was, and nothing of the giver. */
export function nextGift(giftId: string, { receivedOn, fundingSourceId, cashAccountId, expenseAccountId, staff }: TypedGift): TypedGift {
  return { ...emptyGift, giftId, receivedOn, fundingSourceId, cashAccountId, expenseAccountId, staff }
}

/** The first sheet of a sitting. */
export function firstGift(
  giftId: string,
  given: { today: LocalDate; cashAccountId: string | null; fundingSourceId: string | undefined; expenseAccountId: string | undefined },
): TypedGift {
  return {
    ...emptyGift, giftId, receivedOn: formatLocalDateShort(given.today), cashAccountId: given.cashAccountId ?? '',
    fundingSourceId: given.fundingSourceId ?? '', expenseAccountId: given.expenseAccountId ?? '',
  }
}

/** A booked gift as the form shows it, to be put right. */
export function typedOfGift({ given, details, ...gift }: Gift, { supporterLabel }: { supporterLabel: string }): TypedGift {
  const isMoney = given.form === 'money'
  return {
    ...emptyGift, ...details, supporterLabel,
    receivedOn: formatLocalDateShort(gift.receivedOn), supporterId: gift.supporterId ?? '', fundingSourceId: gift.fundingSourceId, areaId: gift.areaId ?? '',
    cashAccountId: isMoney ? given.cashAccountId : '',
    expenseAccountId: isMoney ? '' : given.expenseAccountId,
    amountYen: formatYen(isMoney ? sumYen(given.shares.map(({ amountYen }) => amountYen)) : given.fairValueYen),
    shares: isMoney
      ? given.shares.map(({ fundId, amountYen }) => ({ fundId: fundId ?? '', amountYen: formatYen(amountYen) }))
      : [{ fundId: given.fundId ?? '', amountYen: '' }],
    channelId: details.channelId ?? '', instalmentId: details.instalmentId ?? '',
  }
}

const emptyGift: TypedGift = {
  giftId: '', receivedOn: '', supporterId: '', supporterLabel: '', fundingSourceId: '', areaId: '', kind: 'general', cashAccountId: '', expenseAccountId: '',
  amountYen: '', shares: [{ fundId: '', amountYen: '' }], deceasedName: '', mournerName: '', relationship: '', occasion: '', goods: '', channelId: '',
  staff: '', consent: 'undecided', printedName: '', note: '', instalmentId: '',
}

function problemsOfShares({ shares, amountYen }: TypedGift, total: Yen): TypedGiftProblem[] {
  if (shares.length === 1) return []
  const unread = shares.flatMap((share, place) => {
    const part = parseAmount(share.amountYen)
    return part.ok ? [] : [{ fieldId: fieldOfShare('amountYen', place), message: amountRefusalMessage(part.reason) }]
  })
  if (unread.length > 0) return unread
  const rest = remainderOfShares({ amountYen, shares })
  if (rest === null || rest === 0) return []
  const words = `使いみちごとの金額の合計が、いただいた${formatYen(total)}円と合いません（残り ${formatYenDelta(rest)}円）。`
  return [{ fieldId: fieldOfShare('amountYen', shares.length - 1), message: words }]
}

function parsed(typed: TypedGift, { receivedOn, amountYen }: { receivedOn: LocalDate; amountYen: Yen }): GiftReading {
  const [only] = typed.shares
  const given = typed.kind === 'in_kind'
    ? { form: 'goods', expenseAccountId: typed.expenseAccountId, fundId: chosenIn(only?.fundId), fairValueYen: amountYen }
    : { form: 'money', cashAccountId: typed.cashAccountId, shares: sharesOf(typed, amountYen) }
  const details = { ...typed, channelId: chosenIn(typed.channelId), instalmentId: chosenIn(typed.instalmentId) }
  const read = giftSchema.safeParse({ ...typed, receivedOn, supporterId: chosenIn(typed.supporterId), areaId: chosenIn(typed.areaId), given, details })
  if (read.success) return { ok: true, gift: read.data }
  return { ok: false, problems: read.error.issues.map(({ path, message }) => ({ fieldId: fieldOfIssue(path), message })) }
}

function sharesOf({ shares }: TypedGift, total: Yen): { fundId: string | null; amountYen: Yen | null }[] {
  const [only] = shares
  if (shares.length === 1) return [{ fundId: chosenIn(only?.fundId), amountYen: total }]
  return shares.map(({ fundId, amountYen }) => ({ fundId: chosenIn(fundId), amountYen: readAmount(amountYen) }))
}

function chosenIn(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}

function readAmount(text: string): Yen | null {
  const amount = parseAmount(text)
  return amount.ok ? amount.yen : null
}

/** Where on the form a fault of the schema belongs. */
function fieldOfIssue(path: readonly PropertyKey[]): string {
  const [part, name, place, field] = path.map(String)
  if (part === 'given' && name === 'shares') return fieldOfShare(field === 'amountYen' ? 'amountYen' : 'fundId', Number(place ?? 0))
  if (part === 'given') return name === 'fairValueYen' ? 'amountYen' : (name ?? '')
  return part === 'details' ? (name ?? '') : (part ?? '')
}
