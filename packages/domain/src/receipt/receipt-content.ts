import type { FiscalYear } from '../calendar/fiscal-year.ts'
import { formatFiscalYear } from '../calendar/japanese-era.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { sumYen, type Yen } from '../money/yen.ts'

/** Everything that a receipt says, frozen when it is issued: whatever changes later, it prints as it was. */
export interface ReceiptContent extends ReceivedDuesWords {
  readonly council: {
    readonly name: string
    readonly postalCode: string
    readonly address: string
    readonly phone: string
    readonly representative: string
  }
  readonly payer: string
  /** 御中 or 様. */
  readonly honorific: string
  /** Empty for an association. */
  readonly address: string
}

export interface ReceivedDuesWords {
  /** What the money is for: the years, and 社協会費 with its kinds, ending in として. */
  readonly purpose: string
  /** By kind of membership, in the order of their codes; with the year where there are several. */
  readonly details: readonly { readonly label: string; readonly amountYen: Yen }[]
  /** The first and the last day that the money came in. */
  readonly receivedFrom: LocalDate
  readonly receivedTo: LocalDate
}

/** Dues as they came in, in the order of the codes of their kinds. */
export interface ReceivedDuesLine {
  readonly duesYear: FiscalYear
  readonly duesKindName: string
  readonly amountYen: Yen
  readonly receivedOn: LocalDate
}

/** What a receipt says of dues. @throws RangeError when there are none. */
export function receivedDuesWords(lines: readonly ReceivedDuesLine[]): ReceivedDuesWords {
  const days = lines.map(({ receivedOn }) => receivedOn).sort()
  const [receivedFrom] = days
  const receivedTo = days.at(-1)
  if (receivedFrom === undefined || receivedTo === undefined) throw new RangeError('a receipt stands for at least one payment')
  const years = [...new Set(lines.map(({ duesYear }) => duesYear))].sort((left, right) => left - right)
  const kinds = [...new Set(lines.map(({ duesKindName }) => duesKindName))]
  const labelOf = ({ duesYear, duesKindName }: ReceivedDuesLine) =>
    years.length === 1 ? duesKindName : `${formatFiscalYear(duesYear)} ${duesKindName}`
  const byLabel = Map.groupBy(lines, labelOf)
  return {
    purpose: `${years.map(formatFiscalYear).join('・')}　社協会費（${kinds.join('・')}）として`,
    details: [...byLabel].map(([label, parts]) => ({ label, amountYen: sumYen(parts.map(({ amountYen }) => amountYen)) })),
    receivedFrom,
    receivedTo,
  }
}
