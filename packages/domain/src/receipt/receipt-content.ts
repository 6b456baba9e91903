import type { LocalDate } from '../calendar/local-date.ts'
import type { ReceiptSealId } from '../ids.ts'
import type { Yen } from '../money/yen.ts'
import type { ReceiptLayout } from './receipt-layout.ts'
import type { ReceiptSubject } from './receipt-subject.ts'

/** Everything that a receipt says, frozen when it is issued: whatever changes later, it prints as it was. */
export interface ReceiptContent extends ReceiptWords {
  readonly subject: ReceiptSubject
  readonly council: {
    readonly name: string
    readonly postalCode: string
    readonly address: string
    readonly phone: string
    readonly representative: string
  }
  readonly payer: string
  /** 敬称: 御中, 様 … */
  readonly honorific: string
  /** Empty for an association. */
  readonly address: string
  /** Printed at its foot; empty for none. */
  readonly note: string
  readonly layout: ReceiptLayout
  /** The seal that it carries; null where there is room for the stamp. */
  readonly sealId: ReceiptSealId | null
}

export interface ReceiptWords {
  /** What the money is for, ending in として. */
  readonly purpose: string
  /** What the amount is made of, where one line would not tell. */
  readonly details: readonly ReceiptDetail[]
  /** The first and the last day that it came in. */
  readonly receivedFrom: LocalDate
  readonly receivedTo: LocalDate
}

export interface ReceiptDetail {
  readonly label: string
  readonly amountYen: Yen
}

/** The first and the last of days. @throws RangeError when there are none. */
export function spanOfDays(lines: readonly { readonly receivedOn: LocalDate }[]): Pick<ReceiptWords, 'receivedFrom' | 'receivedTo'> {
  const days = lines.map(({ receivedOn }) => receivedOn).sort()
  const [receivedFrom] = days
  const receivedTo = days.at(-1)
  if (receivedFrom === undefined || receivedTo === undefined) throw new RangeError('a receipt stands for at least one payment')
  return { receivedFrom, receivedTo }
}
