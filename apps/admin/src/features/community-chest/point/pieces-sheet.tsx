import { amountOfKind, amountOfPieces, denominations, isNote } from '@sasaeai/domain/community-chest/point/cash-pieces'
import { fieldOfKind, piecesSoFar, readPieces, type TypedCashCount } from '@sasaeai/domain/community-chest/point/typed-cash-count'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { FieldError } from '@sasaeai/ui/field-error'
import type { ErrorOf } from '../../../app/command-form.tsx'

interface PiecesSheetProps {
  readonly typed: TypedCashCount
  readonly onType: (pieces: TypedCashCount['pieces']) => void
  readonly errorOf: ErrorOf
}

/** 金種表: how many there are of each, what they are worth and what all is worth, while it is typed. */
export function PiecesSheet({ typed, onType, errorOf }: PiecesSheetProps) {
  return (
    <table className="w-full max-w-md border-separate border-spacing-0">
      <caption className="mb-2 text-left text-[1.125rem] font-bold">金種ごとの枚数</caption>
      <thead>
        <tr>
          {['金種', '枚数', '金額（円）'].map((words, place) => (
            <th key={words} scope="col" className={`border-b border-solid-gray-420 px-2 py-1.5 text-[0.8125rem] text-ink-sub ${place === 0 ? 'text-left' : 'text-right'}`}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {denominations.map((denomination) => {
          const fieldId = fieldOfKind(denomination)
          const text = typed.pieces[denomination] ?? ''
          const pieces = readPieces(text)
          const error = errorOf(fieldId)
          return (
            <tr key={denomination}>
              <th scope="row" className="border-b border-line-faint px-2 py-1 text-left font-normal">
                <label htmlFor={fieldId} className="whitespace-nowrap">
                  <span className="figures">{groupDigits(denomination)}</span>円<span className="ml-1 text-[0.8125rem] text-ink-sub">{isNote(denomination) ? '札' : '硬貨'}</span>
                </label>
                <FieldError id={`${fieldId}-error`} message={error} />
              </th>
              <td className="border-b border-line-faint px-1 py-1 text-right">
                <input
                  id={fieldId}
                  data-kind={denomination}
                  inputMode="numeric"
                  autoComplete="off"
                  aria-label={`${groupDigits(denomination)}円の枚数`}
                  aria-invalid={error === undefined ? undefined : true}
                  aria-describedby={error === undefined ? undefined : `${fieldId}-error`}
                  defaultValue={text}
                  onChange={(event) => onType({ ...typed.pieces, [denomination]: event.currentTarget.value })}
                  onFocus={(event) => event.currentTarget.select()}
                  className="figures min-h-(--control-small) w-24 rounded-6 border border-line-field px-2 text-right aria-invalid:border-red-900"
                />
              </td>
              <td className="figures w-32 border-b border-line-faint px-2 py-1 text-right">
                {pieces === null || pieces === 0 ? '' : formatYen(amountOfKind(denomination, pieces))}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2} className="border-t-2 border-ink px-2 py-2 text-left">合計</th>
          <td className="figures border-t-2 border-ink px-2 py-2 text-right text-[1.5rem] font-bold" aria-live="polite">
            {formatYen(amountOfPieces(piecesSoFar(typed)))}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
