import { type GoalMethod, suggestedOf, sumOfMethods } from '@sasaeai/domain/community-chest/goal/goal-sheet'
import { goalInText } from '@sasaeai/domain/community-chest/goal/typed-goals'
import type { AreaId } from '@sasaeai/domain/ids'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import type { Yen } from '@sasaeai/domain/money/yen'
import { classList } from '@sasaeai/ui/class-list'
import { Icon } from '@sasaeai/ui/icon'
import { type ClipboardEvent, memo } from 'react'
import { moveByKeys } from '../../../app/move-by-keys.ts'
import { goalCellStyle } from './goal-grid-style.ts'
import { goalText, type TypedCell } from './use-goal-draft.ts'

interface GoalGridLineProps {
  readonly kind: 'own' | 'sum'
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  readonly depth: number
  readonly households: number | null
  readonly suggestedYen: Yen | null
  /** Whether it is unfolded; null where there is nothing below. */
  readonly fold: boolean | null
  /** The amounts as they will be, parted by commas: so that a line is drawn anew only when one of them changes. */
  readonly amounts: string
  readonly typed: Readonly<Record<number, string>> | undefined
  readonly recorded: readonly number[] | undefined
  readonly methods: readonly GoalMethod[]
  readonly mayWrite: boolean
  /** Among the lines that can be typed into; −1 for another. */
  readonly place: number
  readonly onType: (cells: readonly TypedCell[]) => void
  readonly onToggle: (areaId: AreaId) => void
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void
}

/** An area with its goal for each method. */
export const GoalGridLine = memo(function GoalGridLine(props: GoalGridLineProps) {
  const { kind, areaId, households, suggestedYen, methods, mayWrite } = props
  const amounts = props.amounts.split(',').map(Number)
  const suggested = suggestedOf({ households }, suggestedYen)
  const hasInputs = kind === 'own' && mayWrite
  return (
    <tr className={classList(kind === 'sum' && 'font-bold')}>
      <LineName {...props} />
      <td className={goalCellStyle}>{households === null ? '—' : groupDigits(households)}</td>
      {suggestedYen !== null && <td className={classList(goalCellStyle, 'text-ink-sub print-hidden')}>{suggested === null ? '—' : groupDigits(suggested)}</td>}
      {methods.map(({ methodId }, cell) => (
        <td key={methodId} className={hasInputs ? 'border-b border-line-faint px-0.5 py-1' : goalCellStyle}>
          {hasInputs ? <GoalInput {...props} cell={cell} /> : goalText(amounts[cell])}
        </td>
      ))}
      <td className={classList(goalCellStyle, 'font-bold')} data-testid={`sum-${areaId}`}>{groupDigits(sumOfMethods(amounts))}</td>
    </tr>
  )
})

function LineName({ areaId, code, name, depth, fold, onToggle }: GoalGridLineProps) {
  return (
    <th scope="row" className={classList('sticky left-0 z-10 min-w-32 border-b border-line-faint bg-white py-1 pr-2 text-left font-normal max-sm:max-w-36 print:min-w-24', depth > 0 && 'pl-8')}>
      {fold === null ? (
        <span className={classList('block', depth === 0 && 'pl-7 print:pl-0')}>{name}</span>
      ) : (
        <button type="button" aria-expanded={fold} onClick={() => onToggle(areaId)}
          className="flex min-h-(--control-small) cursor-pointer items-center gap-2 print:min-h-0 rounded-4 text-left hover:text-accent">
          <Icon name={fold ? 'chevron-down' : 'chevron-right'} className="text-solid-gray-536 print-hidden" />
          <span>
            <span className="figures mr-1.5 text-[0.8125rem] text-ink-sub max-sm:hidden print:hidden">{code}</span>
            {name}
            <span className="sr-only">の内訳</span>
          </span>
        </button>
      )}
    </th>
  )
}

function GoalInput({ areaId, name, methods, typed, recorded, place, cell, onType, onPaste }: GoalGridLineProps & { readonly cell: number }) {
  const text = typed?.[cell] ?? goalText(recorded?.[cell])
  const isReadable = goalInText(text) !== null
  return (
    <input
      aria-label={`${name} ${methods[cell]?.name ?? ''}`}
      aria-invalid={!isReadable}
      data-row={place}
      data-cell={cell}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={(event) => onType([{ areaId, place: cell, text: event.currentTarget.value }])}
      onKeyDown={moveByKeys}
      onFocus={(event) => event.currentTarget.select()}
      onPaste={onPaste}
      className={classList(
        'figures min-h-(--control-small) w-full min-w-19 rounded-6 border px-1.5 text-right print:min-h-0 print:min-w-0 print:border-0 print:px-0',
        isReadable ? 'border-solid-gray-420' : 'border-2 border-red-900 bg-red-50',
        typed?.[cell] !== undefined && isReadable && 'bg-yellow-50',
      )}
    />
  )
}
