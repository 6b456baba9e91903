import { z } from 'zod'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import { parseAmount, amountRefusalMessage } from '../../money/parse-amount.ts'
import { yen } from '../../money/yen.ts'
import { type GoodsCounting, readGoodsQuantity } from '../goods/goods-quantity.ts'
import { readTypedExpiry } from '../stock/typed-expiry.ts'
import { type RecordDepositInput, recordDepositSchema } from './goodwill-deposit-input.ts'

/** One line of the sheet as it is typed; an item has another line where goods of another 期限 came along. */
const typedLineSchema = z.object({ itemId: z.string(), quantity: z.string(), expiresOn: z.string(), value: z.string() })
export type TypedDepositLine = z.output<typeof typedLineSchema>

/** A deposit as the form holds it, and as the browser keeps it until it is recorded: everything as typed or chosen. */
export const typedDepositSchema = z.object({
  /** Made with the sheet: sent again, it is recorded once. */
  actId: z.string(),
  depositedOn: z.string(),
  purposeId: z.string(),
  supporterId: z.string(),
  supporterName: z.string(),
  route: z.string(),
  occasion: z.string(),
  note: z.string(),
  isSameDay: z.boolean(),
  money: z.string(),
  cashAccountId: z.string(),
  expenseAccountId: z.string(),
  fundingSourceId: z.string(),
  lines: z.array(typedLineSchema),
})
export type TypedDeposit = z.output<typeof typedDepositSchema>

/** The field that cannot be read, by the id that it has on the form, and what to do about it. */
export interface TypedDepositProblem {
  readonly fieldId: string
  readonly message: string
}

export type DepositReading =
  | { readonly ok: true; readonly input: RecordDepositInput }
  | { readonly ok: false; readonly problems: readonly TypedDepositProblem[] }

/** An item of the sheet. */
export interface SheetItem extends GoodsCounting {
  readonly id: string
  readonly name: string
}

/** The id of a field of a line. */
export function fieldOfLine(index: number, field: 'quantity' | 'expiresOn' | 'value'): string {
  return `line-${index}-${field}`
}

/** Whether anything was typed that would be lost. */
export function isDepositTyped({ lines, money }: TypedDeposit): boolean {
  return money.trim() !== '' || lines.some(({ quantity, expiresOn, value }) => [quantity, expiresOn, value].some((text) => text.trim() !== ''))
}

/** A typed deposit as the command takes it, or every field that keeps it from being one, in the order of the form. */
export function readTypedDeposit(typed: TypedDeposit, { items, ...context }: DateContext & { readonly items: readonly SheetItem[] }): DepositReading {
  const problems: TypedDepositProblem[] = []
  const depositedOn = typedDateSchema(context).safeParse(typed.depositedOn)
  if (!depositedOn.success) problems.push({ fieldId: 'depositedOn', message: depositedOn.error.issues[0]?.message ?? '' })
  if (typed.purposeId === '') problems.push({ fieldId: 'purposeId', message: '目的を選んでください。' })
  const lines = typed.lines.flatMap((line, index) => {
    const read = readLine(line, { item: items.find(({ id }) => id === line.itemId), index, context })
    problems.push(...read.problems)
    return read.line === null ? [] : [read.line]
  })
  const money = readYen(typed.money, { fieldId: 'money', name: 'お金' })
  problems.push(...money.problems)
  if (problems.length > 0 || !depositedOn.success) return { ok: false, problems }
  return parsed({
    ...typed, depositedOn: depositedOn.data, lines, moneyYen: money.yen, supporterId: chosen(typed.supporterId), cashAccountId: chosen(typed.cashAccountId),
    expenseAccountId: chosen(typed.expenseAccountId), fundingSourceId: chosen(typed.fundingSourceId),
  })
}

/** A new sheet: everything that the last one leaves as it was, and nothing on it. */
export function nextDeposit(actId: string, last: TypedDeposit): TypedDeposit {
  const lines = [...new Set(last.lines.map(({ itemId }) => itemId))].map(emptyLine)
  return { ...last, actId, supporterId: '', supporterName: '', note: '', money: '', lines }
}

/** A line on which nothing is typed yet. */
export function emptyLine(itemId: string): TypedDepositLine {
  return { itemId, quantity: '', expiresOn: '', value: '' }
}

interface LineContext {
  readonly item: SheetItem | undefined
  readonly index: number
  readonly context: DateContext
}

function readLine(line: TypedDepositLine, { item, index, context }: LineContext) {
  const isEmpty = [line.quantity, line.expiresOn, line.value].every((text) => text.trim() === '')
  if (isEmpty || item === undefined) return { line: null, problems: [] }
  const problems: TypedDepositProblem[] = []
  const quantity = readGoodsQuantity(line.quantity, item)
  if (quantity === null || quantity === 0) {
    problems.push({ fieldId: fieldOfLine(index, 'quantity'), message: `${item.name}の数量を${item.unit}の数字で入力してください。例：${item.measure === 'weight' ? '12.5' : '24'}` })
  }
  const expiresOn = line.expiresOn.trim() === '' ? null : readTypedExpiry(line.expiresOn, context)
  if (expiresOn === null && line.expiresOn.trim() !== '') {
    problems.push({ fieldId: fieldOfLine(index, 'expiresOn'), message: `${item.name}の期限を日付か年月で入力してください。例：R9.3.1、2027.3` })
  }
  const value = readYen(line.value, { fieldId: fieldOfLine(index, 'value'), name: `${item.name}の時価` })
  return { line: { itemId: line.itemId, expiresOn, quantity: quantity ?? 0, valueYen: value.yen }, problems: [...problems, ...value.problems] }
}

function readYen(text: string, { fieldId, name }: { fieldId: string; name: string }) {
  if (text.trim() === '') return { yen: yen(0), problems: [] }
  const amount = parseAmount(text)
  return amount.ok ? { yen: amount.yen, problems: [] } : { yen: yen(0), problems: [{ fieldId, message: `${name}：${amountRefusalMessage(amount.reason)}` }] }
}

function chosen(text: string): string | null {
  return text === '' ? null : text
}

function parsed(wanted: unknown): DepositReading {
  const read = recordDepositSchema.safeParse(wanted)
  if (read.success) return { ok: true, input: read.data }
  return { ok: false, problems: read.error.issues.map(({ path, message }) => ({ fieldId: String(path[0] === 'lines' ? fieldOfLine(0, 'quantity') : (path[0] ?? '')), message })) }
}
