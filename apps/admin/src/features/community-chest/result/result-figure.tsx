import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { formatYenDelta, type Yen } from '@sasaeai/domain/money/yen'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'

interface ResultFigureProps {
  readonly amountYen: Yen
  /** Null where the list of 明細 has no filter for it. */
  readonly filter: PostingFilter | null
  readonly label: string
}

/** What came in, with the entries behind it; nothing opens nothing. */
export function ResultFigure({ amountYen, filter, label }: ResultFigureProps) {
  if (filter === null || amountYen === 0) return formatYenDelta(amountYen)
  return <FigureLink {...{ amountYen, filter, label }} />
}

/** A goal; "—" where none was set. */
export function goalText(goalYen: Yen): string {
  return goalYen === 0 ? '—' : formatYenDelta(goalYen)
}
