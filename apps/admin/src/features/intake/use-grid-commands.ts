import type { IntakeLineId } from '@sasaeai/domain/ids'
import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import { type IntakeDraft, isBlankLine, type LineColumn, lineColumns } from '@sasaeai/domain/intake/intake-draft'
import type { GridAction } from '@sasaeai/domain/intake/intake-grid'
import { type ExtraStops, nextStop, stopsOfLine } from '@sasaeai/domain/intake/next-cell'
import { type Dispatch, useLayoutEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { cellId, focusInput, headerCellId } from './focus-cell.ts'
import type { GridCommand } from './grid-keys.ts'
import { newLineId } from './new-ids.ts'
import type { ReadDraft } from './use-draft-reading.ts'

/** The id of the button that ends a batch: where Enter leads from an empty last line. */
export const finishButtonId = 'finish-batch'

/** What the commands work on, as it was last drawn. */
export interface GridAtHand {
  readonly draft: IntakeDraft
  readonly read: ReadDraft
  readonly context: IntakeContext
  readonly extraStops: ExtraStops
  readonly dispatch: Dispatch<GridAction>
  readonly onFinish: () => void
  readonly onHelp: () => void
}

export interface GridCommands {
  /** Carries out a command in a cell; `input` is the cell's own. */
  readonly run: (command: GridCommand, lineId: IntakeLineId, column: LineColumn) => void
  /** Enter and the arrows from the cells above the lines lead here. */
  readonly enterGrid: () => void
  /** ↑ from the button below the lines. */
  readonly enterLastLine: () => void
  /** One more line below the last one, or the last one itself while it is still empty. */
  readonly appendLine: () => void
  readonly removeLine: (lineId: IntakeLineId) => void
}

/** The commands of the grid: the same objects from drawing to drawing, so that rows need not be drawn anew. */
export function useGridCommands(given: GridAtHand): GridCommands {
  const latest = useRef(given)
  useLayoutEffect(() => {
    latest.current = given
  })
  return useMemo<GridCommands>(
    () => ({
      run: (command, lineId, column) => runCommand(command, { at: latest.current, lineId, column }),
      enterGrid: () => focusFirstStop(latest.current, 0),
      enterLastLine: () => focusFirstStop(latest.current, latest.current.draft.lines.length - 1),
      appendLine: () => appendLine(latest.current),
      removeLine: (lineId) => removeLine(latest.current, lineId),
    }),
    [],
  )
}

interface CommandPlace {
  readonly at: GridAtHand
  readonly lineId: IntakeLineId
  readonly column: LineColumn
}

function runCommand(command: GridCommand, { at, lineId, column }: CommandPlace): void {
  const place = at.draft.lines.findIndex((line) => line.id === lineId)
  switch (command) {
    case 'next':
      return goNext(at, place, column)
    case 'back':
      return goBack(at, place, column)
    case 'up':
      if (!focusAt(at, place - 1, column)) focusInput(headerCellId('controlTotal'))
      return
    case 'down':
      return goDown(at, place, column)
    case 'left':
      return void focusAt(at, place, lineColumns[lineColumns.indexOf(column) - 1])
    case 'right':
      return void focusAt(at, place, lineColumns[lineColumns.indexOf(column) + 1])
    case 'copy_cell':
      return changeAndStay(at, { type: 'copy_cell_above', lineId, column }, cellId(lineId, column))
    case 'copy_row':
      return changeAndStay(at, { type: 'copy_row_above', lineId }, cellId(lineId, column))
    case 'delete_row':
      return removeLine(at, lineId)
    case 'revert':
      return changeAndStay(at, { type: 'revert_cell', lineId, column }, cellId(lineId, column))
    case 'undo':
    case 'redo':
      return changeAndStay(at, { type: command }, cellId(lineId, column))
    case 'post':
      return at.onFinish()
    case 'help':
      return at.onHelp()
    case 'thousands':
      // Belongs to the text of the input, which the cell itself changes.
      return
  }
}

function stopsAt(at: GridAtHand, place: number): LineColumn[] {
  const reading = at.read.lines[place] ?? { kind: null }
  return stopsOfLine(reading, { header: at.read.header, context: at.context, extra: at.extraStops })
}

function goNext(at: GridAtHand, place: number, column: LineColumn): void {
  const line = at.draft.lines[place]
  const isLast = place === at.draft.lines.length - 1
  const isEnd = isLast && line !== undefined && isBlankLine(line)
  // All slips are typed and they add up: the empty line that Enter has just made needs no walking through.
  if (isEnd && at.read.control.state === 'match') return void focusInput(finishButtonId)
  const next = nextStop(stopsAt(at, place), column)
  if (next !== null) return void focusAt(at, place, next)
  if (!isLast) return focusFirstStop(at, place + 1)
  if (isEnd) return void focusInput(finishButtonId)
  addRow(at, place, (stops) => stops[0] ?? 'kind')
}

/** ↓ makes a line as Enter does, but not one empty line after the other. */
function goDown(at: GridAtHand, place: number, column: LineColumn): void {
  if (focusAt(at, place + 1, column)) return
  const line = at.draft.lines[place]
  if (line !== undefined && isBlankLine(line)) focusInput(finishButtonId)
  else addRow(at, place, () => column)
}

function goBack(at: GridAtHand, place: number, column: LineColumn): void {
  const before = stopsAt(at, place)
    .filter((stop) => lineColumns.indexOf(stop) < lineColumns.indexOf(column))
    .at(-1)
  if (before !== undefined) return void focusAt(at, place, before)
  if (!focusAt(at, place - 1, stopsAt(at, place - 1).at(-1))) focusInput(headerCellId('controlTotal'))
}

function addRow(at: GridAtHand, place: number, columnOf: (stops: LineColumn[]) => LineColumn): void {
  const after = at.draft.lines[place]
  if (after === undefined) return
  const lineId = newLineId()
  const column = columnOf(stopsAt(at, place))
  flushSync(() => at.dispatch({ type: 'add_row', afterLineId: after.id, newLineId: lineId }))
  focusInput(cellId(lineId, column))
}

function appendLine(at: GridAtHand): void {
  const place = at.draft.lines.length - 1
  const last = at.draft.lines[place]
  if (last !== undefined && isBlankLine(last)) focusFirstStop(at, place)
  else addRow(at, place, (stops) => stops[0] ?? 'kind')
}

function removeLine(at: GridAtHand, lineId: IntakeLineId): void {
  const { lines } = at.draft
  const place = lines.findIndex((line) => line.id === lineId)
  const newId = newLineId()
  const neighbour = lines[place + 1] ?? lines[place - 1]
  flushSync(() => at.dispatch({ type: 'delete_row', lineId, newLineId: newId }))
  focusInput(cellId(neighbour?.id ?? newId, 'kind'))
}

/** The cell may be gone after an undo; then the cursor goes to the last line. */
function changeAndStay(at: GridAtHand, action: GridAction, inputId: string): void {
  flushSync(() => at.dispatch(action))
  if (focusInput(inputId)) return
  const last = document.querySelector<HTMLElement>('[data-intake-lines] tr:last-of-type input')
  if (last !== null) focusInput(last.id)
}

function focusFirstStop(at: GridAtHand, place: number): void {
  focusAt(at, place, stopsAt(at, place)[0])
}

function focusAt(at: GridAtHand, place: number, column: LineColumn | undefined): boolean {
  const line = at.draft.lines[place]
  return line !== undefined && column !== undefined && focusInput(cellId(line.id, column))
}
