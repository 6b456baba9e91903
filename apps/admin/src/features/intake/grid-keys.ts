import type { LineColumn } from '@sasaeai/domain/intake/intake-draft'

/** What a key asks of the grid. */
export type GridCommand =
  | 'next'
  | 'back'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'copy_cell'
  | 'copy_row'
  | 'thousands'
  | 'delete_row'
  | 'revert'
  | 'undo'
  | 'redo'
  | 'post'
  | 'help'

/** The part of a keyboard event that decides. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Where the key was pressed: null for a cell of the header. */
export interface PressedCell {
  readonly column: LineColumn | null
  readonly text: string
  /** Whether the caret stands at the beginning or end of the text, or all of it is selected. */
  readonly isAtStart: boolean
  readonly isAtEnd: boolean
}

/** Columns where a word may hold signs: there + and * are commands only while the cell is empty. */
const wordColumns: ReadonlySet<LineColumn | null> = new Set<LineColumn | null>(['supporter', 'note', null])

/**
 * The command that a key means in a cell, or null when it is typed as it is. The ten-key pad with Enter and the four
 * arrows is enough for a whole bundle; + * / , do what no amount or code can hold anyway.
 */
export function commandOfKey(pressed: PressedKey, cell: PressedCell): GridCommand | null {
  if (pressed.altKey) return null
  if (pressed.ctrlKey || pressed.metaKey) return commandWithControl(pressed)
  switch (pressed.key) {
    case 'Enter':
      return pressed.shiftKey ? 'back' : 'next'
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    case 'ArrowLeft':
      return leavesLeft(cell) && !pressed.shiftKey ? 'left' : null
    case 'ArrowRight':
      return cell.isAtEnd && !pressed.shiftKey ? 'right' : null
    case 'Escape':
      return cell.column === null ? null : 'revert'
    case 'F1':
      return 'help'
    default:
      return commandOfSign(pressed.key, cell)
  }
}

/**
 * ← leaves a code or number that is being typed, as in the spreadsheets that clerks know, so that the cell before is
 * one key away; in words, and once the caret has been put between two digits, it moves the caret.
 */
function leavesLeft({ column, isAtStart, isAtEnd }: PressedCell): boolean {
  return isAtStart || (isAtEnd && !wordColumns.has(column))
}

function commandWithControl({ key, shiftKey }: PressedKey): GridCommand | null {
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? 'redo' : 'undo'
    case 'y':
      return 'redo'
    case 'd':
      return 'copy_row'
    case 'enter':
      return 'post'
    case 'delete':
      return 'delete_row'
    default:
      return null
  }
}

function commandOfSign(key: string, { column, text }: PressedCell): GridCommand | null {
  if (column === null) return null
  if (column === 'amount' && (key === ',' || key === '/')) return 'thousands'
  if (wordColumns.has(column) && text !== '') return null
  if (key === '+') return 'copy_cell'
  if (key === '*') return 'copy_row'
  return null
}
