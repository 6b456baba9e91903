import type { LocalDate } from '../../calendar/local-date.ts'
import type { ReceiptFormState } from './receipt-form-state.ts'

/** What a year's account of forms is reckoned from, block by block. */
export interface AccountedBlock {
  readonly series: string
  readonly firstNumber: number
  readonly lastNumber: number
  readonly receivedOn: LocalDate
  readonly forms: readonly { readonly state: ReceiptFormState; readonly usedOn: LocalDate }[]
}

/** 受払簿 of a year: numbers of forms. */
export interface FormAccount {
  /** 前年度からの繰越 */
  readonly carried: number
  readonly received: number
  readonly issued: number
  readonly spoiled: number
  readonly returned: number
  /** On hand at the year's end, or now. */
  readonly onHand: number
}

interface Span {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/** The account of one block in a year; null for a block that has nothing in it: not there yet, or used up before. */
export function accountOfBlock(block: AccountedBlock, { firstDay, lastDay }: Span): FormAccount | null {
  if (block.receivedOn > lastDay) return null
  const size = block.lastNumber - block.firstNumber + 1
  const isNew = block.receivedOn >= firstDay
  const carried = isNew ? 0 : size - block.forms.filter(({ usedOn }) => usedOn < firstDay).length
  const used = (state: ReceiptFormState) => block.forms.filter((form) => form.state === state && form.usedOn >= firstDay && form.usedOn <= lastDay).length
  const received = isNew ? size : 0
  if (carried + received === 0) return null
  // Counted from the forms themselves and not as what is left over: the sheet can tell a difference, were there one.
  const onHand = size - block.forms.filter(({ usedOn }) => usedOn <= lastDay).length
  return { carried, received, issued: used('issued'), spoiled: used('spoiled'), returned: used('returned'), onHand }
}

export function sumOfAccounts(accounts: readonly FormAccount[]): FormAccount {
  const sum = (figure: keyof FormAccount) => accounts.reduce((total, each) => total + each[figure], 0)
  return { carried: sum('carried'), received: sum('received'), issued: sum('issued'), spoiled: sum('spoiled'), returned: sum('returned'), onHand: sum('onHand') }
}

/** 差: what should be on hand less what is; 0 as long as every number is accounted for. */
export function differenceOf({ carried, received, issued, spoiled, returned, onHand }: FormAccount): number {
  return carried + received - issued - spoiled - returned - onHand
}

/** The accounts of a year by 様式・記号, in their order. */
export function accountsBySeries(blocks: readonly AccountedBlock[], span: Span): { readonly series: string; readonly account: FormAccount }[] {
  const series = [...new Set(blocks.map((block) => block.series))].toSorted((left, right) => (left < right ? -1 : 1))
  return series.flatMap((name) => {
    const accounts = blocks.filter((block) => block.series === name).flatMap((block) => accountOfBlock(block, span) ?? [])
    return accounts.length === 0 ? [] : [{ series: name, account: sumOfAccounts(accounts) }]
  })
}
