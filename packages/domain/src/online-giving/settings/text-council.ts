import type { Yen } from '../../money/yen.ts'
import type { GivingReceiptRule } from './receipt-rule.ts'

/** The council as its texts name it; what it has not written down is left out of them. */
export interface TextCouncil {
  readonly name: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly representative: string
}

/** What the texts say of how gifts are taken. */
export interface TextRules {
  readonly minimumYen: Yen
  readonly maximumYen: Yen
  readonly receiptRule: GivingReceiptRule
}
