import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import type { IntakeDraft } from '@sasaeai/domain/intake/intake-draft'
import type { GridAction } from '@sasaeai/domain/intake/intake-grid'
import { suggestedDuesOfLine } from '@sasaeai/domain/intake/supporter-dues-warnings'
import { type Dispatch, useEffect, useRef } from 'react'
import { cellId, focusInput } from './focus-cell.ts'
import type { ActiveCell } from './use-cell-handlers.ts'
import type { ReadDraft } from './use-draft-reading.ts'

interface OfferedDues {
  readonly active: ActiveCell | null
  readonly draft: IntakeDraft
  readonly read: ReadDraft
  readonly context: IntakeContext
  readonly dispatch: Dispatch<GridAction>
}

/**
 * Fills in what a member's 口 come to when the cursor stands in an amount that is still empty, as soon as the member is
 * known. It is selected, so that another amount is simply typed over it; and offered once each time the cursor comes, so
 * that whoever clears it is left alone.
 */
export function useOfferedDues({ active, draft, read, context, dispatch }: OfferedDues): void {
  const settled = useRef<ActiveCell | null>(null)
  useEffect(() => {
    if (active?.column !== 'amount' || settled.current === active) return
    const place = draft.lines.findIndex(({ id }) => id === active.lineId)
    const reading = read.lines[place]
    if (draft.lines[place]?.amount !== '') {
      settled.current = active
      return
    }
    const suggested = reading === undefined ? null : suggestedDuesOfLine(reading, context.ground)
    if (suggested === null) return
    settled.current = active
    const cells = { units: String(suggested.units), amount: String(suggested.amountYen) }
    dispatch({ type: 'fill_cells', lineId: active.lineId, cells })
    requestAnimationFrame(() => void focusInput(cellId(active.lineId, 'amount')))
  }, [active, draft, read, context, dispatch])
}
