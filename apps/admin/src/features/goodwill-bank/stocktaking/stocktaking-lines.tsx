import { formatGoods, readGoodsQuantity } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { goodsLossReasonNames, goodsLossReasons } from '@sasaeai/domain/goodwill-bank/stocktaking/goods-loss-reason'
import { type CountedText, fieldOfLot, nothingCounted } from '@sasaeai/domain/goodwill-bank/stocktaking/typed-stocktaking'
import { FieldError } from '@sasaeai/ui/field-error'
import { expiryText } from '../act/act-words.ts'
import type { StockLot } from '../balance/goodwill-balance-page.tsx'
import { SheetHead } from '../sheet-head.tsx'
import { SheetInput } from '../sheet-input.tsx'

interface StocktakingLinesProps {
  readonly lots: readonly StockLot[]
  readonly typed: ReadonlyMap<string, CountedText>
  readonly errorOf: (fieldId: string) => string | undefined
  readonly onType: (lotId: string, text: CountedText) => void
}

/** Every lot with what the books say, what was counted, the difference and its reason. */
export function StocktakingLines({ lots, typed, errorOf, onType }: StocktakingLinesProps) {
  return (
    <table className="w-full border-separate border-spacing-0 max-sm:block">
      <caption className="mb-2 text-left text-[1.125rem] font-bold max-sm:block">在庫</caption>
      <SheetHead headings={['品目', '帳簿', '実数', '差異', '理由', '説明']} />
      <tbody className="max-sm:block">
        {lots.map((lot) => (
          <Line key={lot.lotId} lot={lot} counted={typed.get(lot.lotId) ?? nothingCounted} error={errorOf(fieldOfLot(lot.lotId))} onType={(text) => onType(lot.lotId, text)} />
        ))}
      </tbody>
    </table>
  )
}

interface LineProps {
  readonly lot: StockLot
  readonly counted: CountedText
  readonly error: string | undefined
  readonly onType: (text: CountedText) => void
}

function Line({ lot, counted, error, onType }: LineProps) {
  const quantity = readGoodsQuantity(counted.quantity, lot)
  const difference = quantity === null ? null : quantity - lot.quantity
  const isDifferent = difference !== null && difference !== 0
  const fieldId = fieldOfLot(lot.lotId)
  const cell = 'border-b border-line-faint px-1 py-1.5 max-sm:border-0 max-sm:px-0 max-sm:py-0'
  return (
    <tr className="max-sm:grid max-sm:grid-cols-3 max-sm:gap-2 max-sm:border-b max-sm:border-line-faint max-sm:py-2">
      <th scope="row" className={`${cell} text-left font-normal max-sm:col-span-3`}>
        {lot.itemName} <span className="text-[0.8125rem] text-ink-sub">{lot.purposeName}・期限 {expiryText(lot.expiresOn)}</span>
        <FieldError id={`${fieldId}-error`} message={error} />
      </th>
      <td className={`${cell} figures whitespace-nowrap`}><span aria-hidden className="block text-[0.75rem] text-ink-sub sm:hidden">帳簿</span>{formatGoods(lot.quantity, lot)}</td>
      <td className={`${cell} whitespace-nowrap`}>
        <SheetInput id={fieldId} column="counted" heading="実数" label={`${lot.itemName} ${expiryText(lot.expiresOn)}の実数`} value={counted.quantity} isWrong={error !== undefined} describedBy={`${fieldId}-error`}
          onType={(text) => onType({ ...counted, quantity: text })} />
      </td>
      <td className={`${cell} figures whitespace-nowrap`}>
        <span aria-hidden className="block text-[0.75rem] text-ink-sub sm:hidden">差異</span>
        {difference === null ? '' : difference === 0 ? 'なし' : formatGoods(difference, lot)}
      </td>
      <td className={`${cell} max-sm:col-span-3`}>
        {isDifferent && (
          <select aria-label={`${lot.itemName}の差異の理由`} value={counted.reason} onChange={(event) => onType({ ...counted, reason: event.currentTarget.value })}
            className="min-h-(--control-small) max-w-full rounded-6 border border-line-field px-2">
            <option value="">理由を選ぶ</option>
            {goodsLossReasons.map((value) => <option key={value} value={value}>{goodsLossReasonNames[value]}</option>)}
          </select>
        )}
      </td>
      <td className={`${cell} max-sm:col-span-3`}>
        {isDifferent && (
          <input aria-label={`${lot.itemName}の差異の説明`} autoComplete="off" defaultValue={counted.explanation} onChange={(event) => onType({ ...counted, explanation: event.currentTarget.value })}
            className="min-h-(--control-small) w-full min-w-32 rounded-6 border border-line-field px-2" />
        )}
      </td>
    </tr>
  )
}
