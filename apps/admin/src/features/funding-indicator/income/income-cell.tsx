import { readAmountInCell } from '@sasaeai/domain/funding-indicator/income/typed-income'
import { classList } from '@sasaeai/ui/class-list'
import { Icon } from '@sasaeai/ui/icon'
import type { ClipboardEvent } from 'react'
import { moveByKeys } from '../../../app/move-by-keys.ts'
import type { IncomeDraft } from './use-income-draft.ts'

interface IncomeCellProps {
  /** Of the cell, and the id of its input. */
  readonly cellKey: string
  readonly label: string
  readonly row: number
  readonly column: number
  readonly draft: IncomeDraft
  readonly mayWrite: boolean
  readonly allowNegative?: boolean
  /** Whether anything was ever told here. */
  readonly hasHistory: boolean
  readonly onHistory: () => void
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
}

/** A live input with what was told of it beside; Enter and the arrows go up and down the column. */
export function IncomeCellInput({ cellKey, label, row, column, draft, mayWrite, allowNegative = true, hasHistory, onHistory, onPaste }: IncomeCellProps) {
  const text = draft.textOf(cellKey)
  const read = readAmountInCell(text, { allowNegative })
  const isTyped = draft.typed[cellKey] !== undefined
  return (
    <td className="border-b border-line-faint px-1 py-1 align-top">
      <span className="flex items-center justify-end gap-0.5">
        {mayWrite ? (
          <input id={cellKey} aria-label={label} aria-invalid={!read.ok} aria-describedby={read.ok ? undefined : `${cellKey}-error`}
            data-row={row} data-cell={column} inputMode="text" autoComplete="off" value={text}
            onChange={(event) => draft.type([{ key: cellKey, text: event.currentTarget.value }])}
            onKeyDown={moveByKeys} onFocus={(event) => event.currentTarget.select()} onPaste={onPaste}
            className={classList(
              'figures min-h-(--control-small) w-full min-w-32 sm:max-lg:min-w-24 rounded-6 border px-1.5 text-right print:min-h-0 print:min-w-0 print:border-0 print:px-0',
              read.ok ? 'border-solid-gray-420' : 'border-2 border-red-900 bg-red-50',
              isTyped && read.ok && 'bg-yellow-50',
            )} />
        ) : (
          <span className="figures px-1.5">{text === '' ? '—' : text}</span>
        )}
        {hasHistory ? (
          <button type="button" aria-label={`${label}の出典と履歴`} onClick={onHistory}
            className="grid size-8 shrink-0 cursor-pointer place-items-center rounded-6 text-ink-sub hover:bg-surface-sub hover:text-accent print:hidden">
            <Icon name="clock" />
          </button>
        ) : (
          <span className="size-8 shrink-0 print:hidden" />
        )}
      </span>
      {!read.ok && <p id={`${cellKey}-error`} className="mt-0.5 max-w-56 text-[0.8125rem] leading-140 text-red-900">{read.message}</p>}
    </td>
  )
}
