import type { FiscalYear } from '../calendar/fiscal-year.ts'
import { formatFiscalYear } from '../calendar/japanese-era.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { sumYen, type Yen } from '../money/yen.ts'
import { type ReceiptWords, spanOfDays } from './receipt-content.ts'

/** Dues as they came in, in the order of the codes of their kinds. */
export interface ReceivedDuesLine {
  readonly duesYear: FiscalYear
  readonly duesKindName: string
  readonly amountYen: Yen
  readonly receivedOn: LocalDate
}

/** What a receipt says of dues. @throws RangeError when there are none. */
export function receivedDuesWords(lines: readonly ReceivedDuesLine[]): ReceiptWords {
  const span = spanOfDays(lines)
  const years = [...new Set(lines.map(({ duesYear }) => duesYear))].sort((left, right) => left - right)
  const kinds = [...new Set(lines.map(({ duesKindName }) => duesKindName))]
  const labelOf = ({ duesYear, duesKindName }: ReceivedDuesLine) =>
    years.length === 1 ? duesKindName : `${formatFiscalYear(duesYear)} ${duesKindName}`
  const byLabel = Map.groupBy(lines, labelOf)
  return {
    purpose: `${years.map(formatFiscalYear).join('・')}　社協会費（${kinds.join('・')}）として`,
    details: [...byLabel].map(([label, parts]) => ({ label, amountYen: sumYen(parts.map(({ amountYen }) => amountYen)) })),
    ...span,
  }
}
