import type { IntakeLineId } from '@sasaeai/domain/ids'
import type { LineColumn } from '@sasaeai/domain/intake/intake-draft'
import type { GridAction } from '@sasaeai/domain/intake/intake-grid'
import { type Dispatch, useMemo, useState } from 'react'
import { newLineId } from './new-ids.ts'
import type { GridCommands } from './use-grid-commands.ts'

/** The cell that holds the cursor. */
export interface ActiveCell {
  readonly lineId: IntakeLineId
  readonly column: LineColumn
}

export interface CellHandlers extends Pick<GridCommands, 'run' | 'removeLine'> {
  readonly type: (lineId: IntakeLineId, column: LineColumn, text: string) => void
  /** Fills several cells at once. */
  readonly fill: (lineId: IntakeLineId, cells: Partial<Record<LineColumn, string>>) => void
  readonly enter: (lineId: IntakeLineId, column: LineColumn, input: HTMLInputElement) => void
  readonly leave: (lineId: IntakeLineId, column: LineColumn) => void
  readonly paste: (lineId: IntakeLineId, column: LineColumn, cells: string[][]) => void
}

/** What cells call, the same objects as long as the page lives; and which cell holds the cursor. */
export function useCellHandlers(
  dispatch: Dispatch<GridAction>,
  { run, removeLine }: GridCommands,
): { handlers: CellHandlers; active: ActiveCell | null } {
  const [active, setActive] = useState<ActiveCell | null>(null)
  const handlers = useMemo<CellHandlers>(
    () => ({
      run,
      removeLine,
      type: (lineId, column, text) => dispatch({ type: 'set_cell', lineId, column, text }),
      fill: (lineId, cells) => dispatch({ type: 'fill_cells', lineId, cells }),
      enter(lineId, column, input) {
        setActive({ lineId, column })
        input.select()
      },
      leave(lineId, column) {
        dispatch({ type: 'leave_cell' })
        setActive((cell) => (cell?.lineId === lineId && cell.column === column ? null : cell))
      },
      paste: (lineId, column, cells) =>
        dispatch({ type: 'paste', lineId, column, cells, newLineIds: cells.map(() => newLineId()) }),
    }),
    [dispatch, run, removeLine],
  )
  return { handlers, active }
}
