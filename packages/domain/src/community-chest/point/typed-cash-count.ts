import { z } from 'zod'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import { formatLocalDateShort } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { amountOfPieces, type CashPieces, type Denomination, denominations, mostPieces } from './cash-pieces.ts'
import { type PostCashCountInput, postCashCountSchema } from './cash-count-input.ts'

/** A count as the form holds it, and as the browser keeps it until it is booked: everything as typed or chosen. */
export const typedCashCountSchema = z.object({
  /** Made with the sheet: sent again, it is booked once. */
  countId: z.string(),
  campaignId: z.string(),
  collectionMethodId: z.string(),
  pointId: z.string(),
  areaId: z.string(),
  countedOn: z.string(),
  fundingSourceId: z.string(),
  cashAccountId: z.string(),
  firstCounter: z.string(),
  secondCounter: z.string(),
  count: z.string(),
  note: z.string(),
  /** As typed, by the denomination. */
  pieces: z.record(z.string(), z.string()),
})
export type TypedCashCount = z.output<typeof typedCashCountSchema>

/** The field that cannot be read, by the id that it has on the form, and what to do about it. */
export interface TypedCountProblem {
  readonly fieldId: string
  readonly message: string
}

export type CashCountReading =
  | { readonly ok: true; readonly input: PostCashCountInput }
  | { readonly ok: false; readonly problems: readonly TypedCountProblem[] }

/** The id of the field of a denomination. */
export function fieldOfKind(denomination: Denomination): string {
  return `pieces-${denomination}`
}

/** How many pieces a person typed: `31`, `３１`, `1,200枚`; nothing is none, null is no number. */
export function readPieces(text: string): number | null {
  const digits = text.normalize('NFKC').replaceAll(',', '').replace(/枚$/, '').trim()
  if (digits === '') return 0
  return /^\d{1,6}$/.test(digits) && Number(digits) <= mostPieces ? Number(digits) : null
}

/** What is on the sheet so far; what cannot be read yet counts as none, until it is booked. */
export function piecesSoFar(typed: TypedCashCount): CashPieces {
  return Object.fromEntries(
    denominations.flatMap((denomination) => {
      const pieces = readPieces(typed.pieces[denomination] ?? '') ?? 0
      return pieces === 0 ? [] : [[denomination, pieces]]
    }),
  )
}

/** A typed count as the command takes it, or every field that keeps it from being one, in the order of the form. */
export function readTypedCashCount(typed: TypedCashCount, context: DateContext): CashCountReading {
  const problems: TypedCountProblem[] = []
  for (const [fieldId, message] of chosenFields) if (typed[fieldId] === '') problems.push({ fieldId, message })
  const countedOn = typedDateSchema(context).safeParse(typed.countedOn)
  if (!countedOn.success) problems.push({ fieldId: 'countedOn', message: countedOn.error.issues[0]?.message ?? '' })
  const countedBy = [typed.firstCounter, typed.secondCounter].map((name) => name.trim()).filter((name) => name !== '')
  if (countedBy.length === 0) problems.push({ fieldId: 'firstCounter', message: '計数した人を入力してください。例：山田' })
  const count = typed.count.normalize('NFKC').replaceAll(',', '').trim()
  if (!/^\d{0,7}$/.test(count)) problems.push({ fieldId: 'count', message: '件数は数字で入力してください。例：1' })
  problems.push(...problemsOfPieces(typed))
  if (problems.length > 0 || !countedOn.success) return { ok: false, problems }
  return parsed({
    ...typed,
    countedOn: countedOn.data,
    areaId: typed.areaId === '' ? undefined : typed.areaId,
    pointId: typed.pointId === '' ? null : typed.pointId,
    countedBy,
    count: Number(count),
    pieces: piecesSoFar(typed),
  })
}

/** A new sheet: everything that the last one leaves as it was, and nothing counted. */
export function nextCashCount(countId: string, last: TypedCashCount): TypedCashCount {
  return { ...last, countId, pointId: '', areaId: '', note: '', pieces: {} }
}

/** The first sheet of a sitting. */
export function firstCashCount(countId: string, given: { today: LocalDate; cashAccountId: string | null }): TypedCashCount {
  return {
    countId,
    campaignId: '',
    collectionMethodId: '',
    pointId: '',
    areaId: '',
    countedOn: formatLocalDateShort(given.today),
    fundingSourceId: '',
    cashAccountId: given.cashAccountId ?? '',
    firstCounter: '',
    secondCounter: '',
    count: '1',
    note: '',
    pieces: {},
  }
}

const chosenFields = [
  ['campaignId', '運動を選んでください。'],
  ['collectionMethodId', '募金方法を選んでください。例：街頭募金'],
  ['fundingSourceId', '財源を選んでください。例：共同募金'],
  ['cashAccountId', '入金先を選んでください。例：現金'],
] as const

function problemsOfPieces(typed: TypedCashCount): TypedCountProblem[] {
  const unread = denominations.filter((denomination) => readPieces(typed.pieces[denomination] ?? '') === null)
  if (unread.length > 0) {
    return unread.map((denomination) => ({ fieldId: fieldOfKind(denomination), message: '枚数は整数で入力してください。例：31' }))
  }
  const isEmpty = amountOfPieces(piecesSoFar(typed)) === 0
  return isEmpty ? [{ fieldId: fieldOfKind(denominations[0]), message: '枚数を入力してください。例：500円が 31枚' }] : []
}

function parsed(wanted: unknown): CashCountReading {
  const read = postCashCountSchema.safeParse(wanted)
  if (read.success) return { ok: true, input: read.data }
  return { ok: false, problems: read.error.issues.map(({ path, message }) => ({ fieldId: String(path[0] ?? ''), message })) }
}
