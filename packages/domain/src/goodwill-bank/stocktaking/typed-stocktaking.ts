import type { LocalDate } from '../../calendar/local-date.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import { type GoodsCounting, readGoodsQuantity } from '../goods/goods-quantity.ts'

/** One lot as it is typed: what was counted and, where it differs, why. */
export interface CountedText {
  readonly quantity: string
  readonly reason: string
  readonly explanation: string
}

export const nothingCounted: CountedText = { quantity: '', reason: '', explanation: '' }

/** A lot of the sheet, with what the books say of it. */
interface LotToCount extends GoodsCounting {
  readonly lotId: string
  readonly itemName: string
  readonly quantity: number
}

interface TypedStocktaking {
  readonly countedOn: string
  readonly lots: readonly LotToCount[]
  readonly typed: ReadonlyMap<string, CountedText>
}

interface ReadLine {
  readonly lotId: string
  readonly bookQuantity: number
  readonly countedQuantity: number
  readonly reason: string | null
  readonly explanation: string
}

type StocktakingReading =
  | { readonly ok: true; readonly input: { readonly countedOn: LocalDate; readonly lines: readonly ReadLine[] } }
  | { readonly ok: false; readonly problems: readonly { readonly fieldId: string; readonly message: string }[] }

/** The id of the field in which a lot's quantity is typed. */
export function fieldOfLot(lotId: string): string {
  return `lot-${lotId}`
}

/** A typed stocktaking as the command takes it; lots that nobody counted are left out. */
export function readTypedStocktaking({ countedOn, lots, typed }: TypedStocktaking, context: DateContext): StocktakingReading {
  const problems: { fieldId: string; message: string }[] = []
  const day = typedDateSchema(context).safeParse(countedOn)
  if (!day.success) problems.push({ fieldId: 'countedOn', message: day.error.issues[0]?.message ?? '' })
  const lines: ReadLine[] = []
  for (const lot of lots) {
    const counted = typed.get(lot.lotId) ?? nothingCounted
    if (counted.quantity.trim() === '') continue
    const quantity = readGoodsQuantity(counted.quantity, lot)
    const fieldId = fieldOfLot(lot.lotId)
    if (quantity === null) problems.push({ fieldId, message: `${lot.itemName}の実数を${lot.unit}の数字で入力してください。` })
    else if (quantity !== lot.quantity && counted.reason === '') problems.push({ fieldId, message: `${lot.itemName}の差異の理由を選んでください。` })
    else lines.push({ lotId: lot.lotId, bookQuantity: lot.quantity, countedQuantity: quantity, reason: quantity === lot.quantity ? null : counted.reason, explanation: counted.explanation })
  }
  if (problems.length === 0 && lines.length === 0) problems.push({ fieldId: fieldOfLot(lots[0]?.lotId ?? ''), message: '数えた数量を入力してください。例：24' })
  return problems.length > 0 || !day.success ? { ok: false, problems } : { ok: true, input: { countedOn: day.data, lines } }
}
