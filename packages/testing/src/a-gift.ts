import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { DonationDetails } from '@sasaeai/domain/donation/gift/donation-details'
import { type Gift, giftSchema } from '@sasaeai/domain/donation/gift/gift-input'
import type { FundId, SupporterId } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'

interface AGift {
  readonly supporterId?: SupporterId | null
  readonly receivedOn?: string
  /** What goes to which purpose, in yen; 10,000円 that the council decides on unless told otherwise. */
  readonly shares?: readonly (readonly [fundId: FundId | null, amountYen: number])[]
  /** Where the money lies; 現金 unless told otherwise. */
  readonly cash?: string
  readonly details?: Partial<DonationDetails>
}

/** Money that somebody brought to the desk. */
export function aGift(council: ACouncil, { supporterId = null, receivedOn = '2026-10-15', shares = [[null, 10_000]], cash = '現金', details = {} }: AGift = {}): Gift {
  return giftSchema.parse({
    receivedOn: localDate(receivedOn),
    supporterId,
    fundingSourceId: council.source('寄附金'),
    given: { form: 'money', cashAccountId: council.account(cash), shares: shares.map(([fundId, amountYen]) => ({ fundId, amountYen })) },
    details: { kind: 'general', ...details },
  })
}
