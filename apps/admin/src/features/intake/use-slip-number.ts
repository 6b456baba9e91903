import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import { cellsOfSlip } from '@sasaeai/domain/intake/slip-cells'
import { readSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import { skipToken, useQuery } from '@tanstack/react-query'
import { flushSync } from 'react-dom'
import { trpc } from '../../app/trpc.ts'
import type { CodeCellProps } from './code-cells.tsx'
import type { Suggestion } from './suggestion-list.tsx'

interface OfferedSlip {
  /** Whoever has the 納入番号 that was typed; empty when nobody has it, or when something else was typed. */
  readonly suggestions: readonly Suggestion[]
  readonly isSlip: boolean
  readonly isWaiting: boolean
  /** Puts the payer in the place of the number, if it is he who was picked. */
  readonly take: (picked: Suggestion) => boolean
}

const slipKey = 'slip'

/** Looks up a 納入番号 that was typed into 地域 or 支援者, as long as the cell stands for nothing else. */
export function useSlipNumber(
  cell: CodeCellProps & { readonly onPickSupporter?: (supporter: IntakeSupporter) => void },
  column: 'area' | 'supporter',
  isClear: boolean,
): OfferedSlip {
  const { text, lineId, context, header, reading, handlers } = cell
  const slip = isClear ? null : readSlipNumber(text)
  const found = useQuery(trpc.intake.slip.queryOptions(slip ?? skipToken, { staleTime: 60_000 }))
  const payer = slip === null ? undefined : (found.data ?? undefined)
  const cells = payer && cellsOfSlip(payer, context, { column, hasKind: reading.kind !== null, fiscalYear: header.fiscalYear })
  if (payer === undefined || cells == null) {
    // As with names, a lost connection does not hold the typist up.
    return { suggestions: [], isSlip: slip !== null, isWaiting: slip !== null && found.isFetching && found.failureCount === 0, take: () => false }
  }
  const { duesKindId, duesYear, areaId, supporter } = payer
  const name = supporter?.name ?? (areaId === null ? '' : (context.areas.areas.get(areaId)?.name ?? ''))
  const detail = `${formatFiscalYear(duesYear)} ${context.ground.duesKinds.get(duesKindId)?.name ?? ''}`
  const take = ({ key }: Suggestion) => {
    if (key !== slipKey) return false
    if (supporter !== null) cell.onPickSupporter?.(supporter)
    flushSync(() => handlers.fill(lineId, cells))
    handlers.run('next', lineId, column)
    return true
  }
  return { suggestions: [{ key: slipKey, code: text.trim(), name, detail, isExact: true }], isSlip: true, isWaiting: false, take }
}
