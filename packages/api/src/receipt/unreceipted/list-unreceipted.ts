import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import type { UnreceiptedListInput } from '@sasaeai/domain/receipt/receipt-input'
import type { ReceivedSubject } from '@sasaeai/domain/receipt/receipt-subject'
import type { Deps } from '../../deps.ts'
import { type ReceivedPayment, readUnreceipted } from '../read-payments.ts'
import { purposeOf } from '../receipt-words.ts'

/** A gift that has no receipt. */
export interface UnreceiptedGift {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly subject: ReceivedSubject
  readonly name: string
  readonly address: string
  /** 使途・基金, or what was sponsored. */
  readonly purposes: readonly string[]
  readonly amountYen: Yen
}

export interface UnreceiptedPage {
  readonly rows: readonly UnreceiptedGift[]
  /** The last entry of the page, where there are more. */
  readonly next: JournalEntryId | null
}

/** Gifts without a receipt, the newest first. A gift that was split over funds is one. */
export async function listUnreceipted({ db }: Deps, input: UnreceiptedListInput): Promise<UnreceiptedPage> {
  // Parts of a gift stand beside each other; the last gift may lack some and is left to the next page.
  const payments = await readUnreceipted(db, { ...input, limit: input.limit * 3 + 1 })
  const gifts = [...Map.groupBy(payments, ({ entryId }) => entryId).values()].map(giftOf)
  const isCut = payments.length > input.limit * 3
  const whole = isCut && gifts.length > 1 ? gifts.slice(0, -1) : gifts
  const rows = whole.slice(0, input.limit)
  return { rows, next: isCut || whole.length > rows.length ? (rows.at(-1)?.entryId ?? null) : null }
}

function giftOf(parts: readonly ReceivedPayment[]): UnreceiptedGift {
  const [first] = parts
  if (first === undefined) throw new Error('a gift without parts')
  const { entryId, entryNumber, entryDate, subject, supporterName, areaName, address } = first
  return {
    entryId, entryNumber, entryDate, subject, address,
    name: supporterName ?? areaName ?? '',
    purposes: [...new Set(parts.map(purposeOf))],
    amountYen: yen(parts.reduce((sum, { amountYen }) => sum + amountYen, 0)),
  }
}
