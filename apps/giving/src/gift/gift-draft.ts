import type { AcknowledgmentConsent } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import type { GiftFrequency } from '@sasaeai/domain/online-giving/gift/gift-frequency'
import type { OnlineGiverKind } from '@sasaeai/domain/online-giving/gift/online-giver-kind'
import type { ReceiptWish } from '@sasaeai/domain/online-giving/gift/receipt-wish'

/** What somebody has filled in so far, as typed. */
export interface GiftDraft {
  readonly frequency: GiftFrequency
  /** The amount button that was chosen, in yen; 'other' for a typed amount; null before anything was chosen. */
  readonly choice: number | 'other' | null
  readonly otherAmount: string
  readonly units: string
  readonly kind: OnlineGiverKind
  readonly name: string
  readonly kana: string
  readonly contactPerson: string
  readonly email: string
  readonly isMemorial: boolean
  readonly deceasedName: string
  readonly relationship: string
  readonly receiptWish: ReceiptWish
  readonly postalCode: string
  readonly address: string
  readonly consent: AcknowledgmentConsent
  readonly printedName: string
  readonly message: string
}

/** A field of the form; also the id of its control. */
export type DraftField = keyof GiftDraft

export const emptyDraft: GiftDraft = {
  frequency: 'once',
  choice: null,
  otherAmount: '',
  units: '1',
  kind: 'person',
  name: '',
  kana: '',
  contactPerson: '',
  email: '',
  isMemorial: false,
  deceasedName: '',
  relationship: '',
  receiptWish: 'pdf',
  postalCode: '',
  address: '',
  // Nobody's name is published who has not said so.
  consent: 'anonymous',
  printedName: '',
  message: '',
}
