import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { emptyLine, fieldOfLine, type TypedDepositLine } from '@sasaeai/domain/goodwill-bank/deposit/typed-deposit'
import { readGoodsQuantity } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { goodsCategories, goodsCategoryNames } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import { readTypedExpiry } from '@sasaeai/domain/goodwill-bank/stock/typed-expiry'
import { Button } from '@sasaeai/ui/button'
import { FieldError } from '@sasaeai/ui/field-error'
import { useToday } from '../../../app/use-today.ts'
import { SheetHead } from '../sheet-head.tsx'
import { SheetInput } from '../sheet-input.tsx'
import type { SheetPart } from './deposit-form.tsx'
import type { GoodsItem } from './new-deposit-page.tsx'

/** The sheet: every item with quantity, 期限 and value; another line of an item for another 期限. */
export function DepositLines({ items, typed, onChange, errorOf }: SheetPart & { readonly items: readonly GoodsItem[] }) {
  const setLine = (index: number, part: Partial<TypedDepositLine>) => onChange({ lines: typed.lines.map((line, place) => (place === index ? { ...line, ...part } : line)) })
  const addLine = (index: number, itemId: string) => onChange({ lines: typed.lines.toSpliced(index + 1, 0, emptyLine(itemId)) })
  const filled = typed.lines.filter((line) => {
    const item = items.find(({ id }) => id === line.itemId)
    return item !== undefined && (readGoodsQuantity(line.quantity, item) ?? 0) > 0
  }).length
  return (
    <section aria-labelledby="deposit-lines">
      <h2 id="deposit-lines" className="mb-2 text-[1.125rem] font-bold">品物</h2>
      {goodsCategories.map((category) => {
        const own = typed.lines.map((line, index) => ({ line, index, item: items.find(({ id }) => id === line.itemId) })).filter(({ item }) => item?.category === category)
        return own.length === 0 ? null : (
          <table key={category} className="mb-5 w-full max-w-3xl border-separate border-spacing-0 max-sm:block">
            <caption className="mb-1 text-left font-bold max-sm:block">{goodsCategoryNames[category]}</caption>
            <SheetHead headings={['品目', '数量', '期限', '時価（円）', '操作']} />
            <tbody className="max-sm:block">
              {own.map(({ line, index, item }) => item !== undefined && (
                <Line key={`${line.itemId} ${index}`} {...{ line, index, item, errorOf }} onType={(part) => setLine(index, part)} onAdd={() => addLine(index, line.itemId)} />
              ))}
            </tbody>
          </table>
        )
      })}
      <p className="text-[0.9375rem]" aria-live="polite">数量を入れた行：<span className="figures font-bold">{filled}</span>行</p>
    </section>
  )
}

interface LineProps {
  readonly line: TypedDepositLine
  readonly index: number
  readonly item: GoodsItem
  readonly errorOf: (fieldId: string) => string | undefined
  readonly onType: (part: Partial<TypedDepositLine>) => void
  readonly onAdd: () => void
}

function Line({ line, index, item, errorOf, onType, onAdd }: LineProps) {
  const today = useToday()
  const expiresOn = line.expiresOn.trim() === '' ? null : readTypedExpiry(line.expiresOn, { today })
  const error = (['quantity', 'expiresOn', 'value'] as const).map((field) => errorOf(fieldOfLine(index, field))).find((message) => message !== undefined)
  const cell = 'border-b border-line-faint px-1 py-1 align-top max-sm:border-0 max-sm:px-0'
  return (
    <tr className="max-sm:grid max-sm:grid-cols-3 max-sm:gap-2 max-sm:border-b max-sm:border-line-faint max-sm:py-2">
      <th scope="row" className={`${cell} w-56 pt-2.5 text-left font-normal max-sm:order-1 max-sm:col-span-2`}>
        <span className="figures mr-2 text-[0.8125rem] text-ink-sub">{item.code}</span>{item.name}
        <FieldError id={`line-${index}-error`} message={error} />
      </th>
      <td className={`${cell} whitespace-nowrap max-sm:order-3`}>
        <SheetInput id={fieldOfLine(index, 'quantity')} column="quantity" heading="数量" label={`${item.name}の数量`} value={line.quantity} isWrong={errorOf(fieldOfLine(index, 'quantity')) !== undefined}
          describedBy={`line-${index}-error`} onType={(quantity) => onType({ quantity })} /> <span className="text-[0.875rem]">{item.unit}</span>
      </td>
      <td className={`${cell} max-sm:order-3`}>
        <SheetInput id={fieldOfLine(index, 'expiresOn')} column="expiresOn" heading="期限" label={`${item.name}の期限`} value={line.expiresOn} isWrong={errorOf(fieldOfLine(index, 'expiresOn')) !== undefined}
          describedBy={`line-${index}-error`} onType={(text) => onType({ expiresOn: text })} />
        {expiresOn !== null && <span className="figures block text-[0.75rem] text-ink-sub">{formatLocalDateShort(expiresOn)}まで</span>}
      </td>
      <td className={`${cell} max-sm:order-3`}>
        <SheetInput id={fieldOfLine(index, 'value')} column="value" heading="時価（円）" label={`${item.name}の時価`} value={line.value} isWrong={errorOf(fieldOfLine(index, 'value')) !== undefined}
          describedBy={`line-${index}-error`} onType={(value) => onType({ value })} />
      </td>
      <td className={`${cell} max-sm:order-2`}>
        <Button variant="quiet" size="small" aria-label={`${item.name}に別の期限の行を加える`} onClick={onAdd}>別の期限</Button>
      </td>
    </tr>
  )
}
