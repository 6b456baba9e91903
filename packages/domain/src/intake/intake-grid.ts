import type { IntakeLineId } from '../ids.ts'
import {
  emptyLine,
  type HeaderField,
  type IntakeDraft,
  type IntakeDraftHeader,
  type IntakeDraftLine,
  type LineColumn,
  lineColumns,
} from './intake-draft.ts'

/** The grid while somebody types: the draft as it is, and the drafts it was. */
export interface IntakeGrid {
  readonly draft: IntakeDraft
  readonly past: readonly IntakeDraft[]
  readonly future: readonly IntakeDraft[]
  /** The cell whose typing is still one step of undo; null once it has been left. */
  readonly openCell: string | null
}

/** Everything that can be done to a grid. Ids of new lines are brought along, because a reducer makes none. */
export type GridAction =
  | { readonly type: 'set_header'; readonly field: HeaderField; readonly text: string }
  | { readonly type: 'choose_cash_account'; readonly cashAccountId: IntakeDraftHeader['cashAccountId'] }
  | { readonly type: 'set_cell'; readonly lineId: IntakeLineId; readonly column: LineColumn; readonly text: string }
  /** Fills several cells of a line at once, which is one step of undo. */
  | { readonly type: 'fill_cells'; readonly lineId: IntakeLineId; readonly cells: Partial<Record<LineColumn, string>> }
  | { readonly type: 'leave_cell' }
  /** Gives up what was typed into the cell since the cursor came. */
  | { readonly type: 'revert_cell'; readonly lineId: IntakeLineId; readonly column: LineColumn }
  | { readonly type: 'add_row'; readonly afterLineId: IntakeLineId; readonly newLineId: IntakeLineId }
  | { readonly type: 'copy_cell_above'; readonly lineId: IntakeLineId; readonly column: LineColumn }
  | { readonly type: 'copy_row_above'; readonly lineId: IntakeLineId }
  | { readonly type: 'delete_row'; readonly lineId: IntakeLineId; readonly newLineId: IntakeLineId }
  | PasteAction
  | { readonly type: 'replace'; readonly draft: IntakeDraft }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }

interface PasteAction {
  readonly type: 'paste'
  readonly lineId: IntakeLineId
  readonly column: LineColumn
  readonly cells: readonly (readonly string[])[]
  /** At least as many as rows may have to be added. */
  readonly newLineIds: readonly IntakeLineId[]
}

/** More steps than anybody goes back. */
const mostSteps = 200

/** A grid that starts from a draft, with nothing to undo. A draft without lines gets its first one. */
export function intakeGrid(draft: IntakeDraft, firstLineId: IntakeLineId): IntakeGrid {
  const opened = draft.lines.length === 0 ? { ...draft, lines: [emptyLine(firstLineId)] } : draft
  return { draft: opened, past: [], future: [], openCell: null }
}

/** What the grid is after an action. The drafts that it was before are never changed. */
export function reduceIntakeGrid(grid: IntakeGrid, action: GridAction): IntakeGrid {
  switch (action.type) {
    case 'undo':
      return undo(grid)
    case 'redo':
      return redo(grid)
    case 'leave_cell':
      return grid.openCell === null ? grid : { ...grid, openCell: null }
    case 'revert_cell':
      return grid.openCell === cellKey(action) ? undo(grid) : grid
    case 'set_cell':
      return step(grid, draftAfter(grid.draft, action), cellKey(action))
    case 'set_header':
      return step(grid, draftAfter(grid.draft, action), action.field)
    case 'choose_cash_account':
    case 'fill_cells':
    case 'add_row':
    case 'copy_cell_above':
    case 'copy_row_above':
    case 'delete_row':
    case 'paste':
    case 'replace':
      return step(grid, draftAfter(grid.draft, action), null)
  }
}

function cellKey({ lineId, column }: { lineId: IntakeLineId; column: LineColumn }): string {
  return `${lineId}|${column}`
}

type Change = Exclude<GridAction, { type: 'undo' | 'redo' | 'leave_cell' | 'revert_cell' }>

function draftAfter(draft: IntakeDraft, action: Change): IntakeDraft {
  const { header, lines } = draft
  switch (action.type) {
    case 'set_header':
      return header[action.field] === action.text
        ? draft
        : { ...draft, header: { ...header, [action.field]: action.text } }
    case 'choose_cash_account':
      return { ...draft, header: { ...header, cashAccountId: action.cashAccountId } }
    case 'set_cell':
      return withLine(draft, action.lineId, (line) =>
        line[action.column] === action.text ? line : { ...line, [action.column]: action.text },
      )
    case 'fill_cells':
      return withLine(draft, action.lineId, (line) => ({ ...line, ...action.cells }))
    case 'add_row':
      return { ...draft, lines: withRowAfter(lines, action) }
    case 'copy_cell_above':
      return withLine(draft, action.lineId, (line, above) =>
        above === undefined ? line : { ...line, [action.column]: above[action.column] },
      )
    case 'copy_row_above':
      return withLine(draft, action.lineId, (line, above) => (above === undefined ? line : { ...above, id: line.id }))
    case 'delete_row': {
      const left = lines.filter((line) => line.id !== action.lineId)
      return { ...draft, lines: left.length === 0 ? [emptyLine(action.newLineId)] : left }
    }
    case 'paste':
      return { ...draft, lines: withPasted(lines, action) }
    case 'replace':
      return action.draft
  }
}

/** Typing into one cell is one step, however many characters it takes. */
function step(grid: IntakeGrid, draft: IntakeDraft, openCell: string | null): IntakeGrid {
  if (draft === grid.draft) return grid
  const isSameStep = openCell !== null && openCell === grid.openCell
  const past = isSameStep ? grid.past : [...grid.past, grid.draft].slice(-mostSteps)
  return { draft, past, future: [], openCell }
}

function undo(grid: IntakeGrid): IntakeGrid {
  const before = grid.past.at(-1)
  if (before === undefined) return grid
  return { draft: before, past: grid.past.slice(0, -1), future: [grid.draft, ...grid.future], openCell: null }
}

function redo(grid: IntakeGrid): IntakeGrid {
  const after = grid.future[0]
  if (after === undefined) return grid
  return { draft: after, past: [...grid.past, grid.draft], future: grid.future.slice(1), openCell: null }
}

function withLine(
  draft: IntakeDraft,
  lineId: IntakeLineId,
  change: (line: IntakeDraftLine, above: IntakeDraftLine | undefined) => IntakeDraftLine,
): IntakeDraft {
  const place = draft.lines.findIndex((line) => line.id === lineId)
  const line = draft.lines[place]
  if (line === undefined) return draft
  const changed = change(line, draft.lines[place - 1])
  return changed === line ? draft : { ...draft, lines: draft.lines.with(place, changed) }
}

/** 種類 and 方法 carry forward: most bundles hold one kind of slip after the other. */
function withRowAfter(
  lines: readonly IntakeDraftLine[],
  { afterLineId, newLineId }: { afterLineId: IntakeLineId; newLineId: IntakeLineId },
): IntakeDraftLine[] {
  const place = lines.findIndex((line) => line.id === afterLineId)
  const above = lines[place === -1 ? lines.length - 1 : place]
  const added = emptyLine(newLineId, above === undefined ? {} : { kind: above.kind, method: above.method })
  return lines.toSpliced(place === -1 ? lines.length : place + 1, 0, added)
}

/** Writes cells to the right and downwards from the given one; what would lie beyond the last column is left out. */
function withPasted(
  lines: readonly IntakeDraftLine[],
  { lineId, column, cells, newLineIds }: PasteAction,
): IntakeDraftLine[] {
  const top = Math.max(
    lines.findIndex((line) => line.id === lineId),
    0,
  )
  const left = lineColumns.indexOf(column)
  const pasted = [...lines]
  cells.forEach((row, rowPlace) => {
    const newLineId = newLineIds[top + rowPlace - lines.length]
    const line = pasted[top + rowPlace] ?? (newLineId === undefined ? undefined : emptyLine(newLineId))
    if (line === undefined) return
    const texts = row.map((text, cellPlace) => [lineColumns[left + cellPlace], text] as const)
    pasted[top + rowPlace] = { ...line, ...Object.fromEntries(texts.filter(([name]) => name !== undefined)) }
  })
  return pasted
}
