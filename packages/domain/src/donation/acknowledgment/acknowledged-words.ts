import { formatYen, type Yen } from '../../money/yen.ts'
import type { DonationKind } from '../gift/donation-kind.ts'
import type { AcknowledgmentConsent } from './acknowledgment-consent.ts'

/** Who stays unnamed, in print. */
export const unnamedGiver = '匿名'

/** What of a gift decides how it is printed. */
export interface GiftToAcknowledge {
  readonly consent: Exclude<AcknowledgmentConsent, 'undecided'>
  readonly supporterName: string | null
  /** 敬称 of the giver. */
  readonly honorific: string
  readonly printedName: string
  readonly kind: DonationKind
  readonly goods: string
  readonly amountYen: Yen
}

export interface AcknowledgedWords {
  readonly name: string
  /** The amount, the goods, or nothing where the giver wants no amount printed. */
  readonly given: string
}

/**
 * How a gift stands in print: by the name that the giver agreed to. Who wants to stay unnamed is 匿名, whatever name is
 * recorded; of goods the fair value is not printed, which only the books need.
 */
export function acknowledgedWords(gift: GiftToAcknowledge): AcknowledgedWords {
  return { name: nameOf(gift), given: givenOf(gift) }
}

function nameOf({ consent, supporterName, honorific, printedName }: GiftToAcknowledge): string {
  if (consent === 'anonymous') return unnamedGiver
  if (printedName !== '') return printedName
  return supporterName === null ? unnamedGiver : `${supporterName} ${honorific}`
}

function givenOf({ consent, kind, goods, amountYen }: GiftToAcknowledge): string {
  if (consent === 'amount_hidden') return ''
  return kind === 'in_kind' ? goods : `${formatYen(amountYen)}円`
}
