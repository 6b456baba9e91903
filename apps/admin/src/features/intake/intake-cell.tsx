import { classList } from '@sasaeai/ui/class-list'
import type { IntakeLineId } from '@sasaeai/domain/ids'
import { type LineColumn, lineColumnNames } from '@sasaeai/domain/intake/intake-draft'
import { isPastedTable, readPastedTable } from '@sasaeai/domain/intake/paste-table'
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { caretOf, isComposing, settledText, withThousands } from './cell-text.ts'
import { cellId } from './focus-cell.ts'
import { commandOfKey } from './grid-keys.ts'
import type { CellHandlers } from './use-cell-handlers.ts'

export interface IntakeCellProps {
  readonly lineId: IntakeLineId
  /** 1 for the first line. */
  readonly lineNumber: number
  readonly column: LineColumn
  readonly text: string
  /** Whether the cursor stands in this cell. */
  readonly isActive: boolean
  readonly handlers: CellHandlers
  /** What the text stands for, shown beside it: the name behind a code. */
  readonly meaning?: string | undefined
  readonly isWrong: boolean
  /** The id of the words below the row that tell what is wrong. */
  readonly remarksId: string | undefined
  /** Looks at a key first; true when it was used up. */
  readonly onKeyFirst?: (event: KeyboardEvent<HTMLInputElement>) => boolean
  /** Attributes of a cell with suggestions. */
  readonly combobox?: { readonly listId: string; readonly isOpen: boolean; readonly activeId: string | undefined }
}

const numeric: ReadonlySet<LineColumn> = new Set<LineColumn>(['householdsAsked', 'householdsPaid', 'units', 'amount'])
const coded: ReadonlySet<LineColumn> = new Set<LineColumn>(['kind', 'method', 'area'])

/** One cell of the grid: a native input that is always live. */
export function IntakeCell(props: IntakeCellProps) {
  const { lineId, lineNumber, column, text, isActive, handlers, meaning, isWrong, remarksId, combobox } = props
  const isNumeric = numeric.has(column)
  const input = useRef<HTMLInputElement>(null)
  const shown = isActive ? text : settledText(column, text)
  useLayoutEffect(() => {
    // An amount shows its plain digits while it is typed, and a changed text loses its selection.
    if (isActive && column === 'amount') input.current?.select()
  }, [isActive, column])
  return (
    <span className="relative flex min-h-(--control) items-center">
      <input
        ref={input}
        id={cellId(lineId, column)}
        type="text"
        autoComplete="off"
        spellCheck={false}
        inputMode={isNumeric ? 'numeric' : undefined}
        enterKeyHint="next"
        aria-label={`${lineNumber}行目 ${lineColumnNames[column]}`}
        aria-invalid={isWrong || undefined}
        aria-describedby={remarksId}
        {...(combobox === undefined ? {} : comboboxAttributes(combobox))}
        value={shown}
        onChange={(event) => handlers.type(lineId, column, event.currentTarget.value)}
        onFocus={(event) => handlers.enter(lineId, column, event.currentTarget)}
        onBlur={() => handlers.leave(lineId, column)}
        onPaste={(event) => pasteTable(event, props)}
        onKeyDown={(event) => pressKey(event, props)}
        className={classList(
          'absolute inset-0 size-full scroll-mt-32 scroll-mb-28 rounded-2 bg-transparent leading-130',
          // Words are a little smaller than codes and figures, like the names beside the codes.
          column === 'note' ? 'pr-1 pl-1.5 text-[0.8125rem] max-sm:px-2 max-sm:text-(length:--text-cell)' : 'px-2 text-(length:--text-cell)',
          'max-sm:rounded-8 max-sm:border max-sm:border-line-field',
          'hover:inset-ring hover:inset-ring-solid-gray-300 focus-visible:outline-2 focus-visible:-outline-offset-2',
          isNumeric && 'figures text-right',
          column === 'amount' && 'font-bold',
          coded.has(column) && 'figures',
          isWrong && 'bg-red-50 inset-ring inset-ring-red-900',
        )}
      />
      {meaning !== undefined && meaning !== text.trim() && (
        <>
          {/* Unseen, as wide as the code in the input above it: the name takes what is left and never lies on it. */}
          <span aria-hidden="true" className="figures invisible shrink-0 pl-2 text-(length:--text-cell) whitespace-pre">
            {text}
          </span>
          <span className="pointer-events-none ml-auto truncate pr-2 pl-1 text-[0.8125rem] text-ink-sub">
            {meaning}
          </span>
        </>
      )}
    </span>
  )
}

function comboboxAttributes({ listId, isOpen, activeId }: NonNullable<IntakeCellProps['combobox']>) {
  return {
    role: 'combobox',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? listId : undefined,
    'aria-autocomplete': 'list',
    'aria-activedescendant': activeId,
  } as const
}

function pressKey(event: KeyboardEvent<HTMLInputElement>, props: IntakeCellProps): void {
  if (isComposing(event)) return
  if (props.onKeyFirst?.(event) === true) return
  const { lineId, column, handlers } = props
  const input = event.currentTarget
  const command = commandOfKey(event, { column, text: input.value, ...caretOf(input) })
  if (command === null) return
  event.preventDefault()
  if (command === 'thousands') handlers.type(lineId, column, withThousands(input))
  else handlers.run(command, lineId, column)
}

function pasteTable(event: ClipboardEvent<HTMLInputElement>, { lineId, column, handlers }: IntakeCellProps): void {
  const text = event.clipboardData.getData('text/plain')
  if (!isPastedTable(text)) return
  event.preventDefault()
  handlers.paste(lineId, column, readPastedTable(text))
}
