import type { PaperCouncil } from './paper-head.ts'

/** What a 領収書 and a 預り証 both say of money that was handed over, in words ready to be printed. */
export interface PrintedProof {
  /** 領収書番号 or 預り証番号, as it was written when it was given. */
  readonly number: string
  readonly issuedOn: string
  readonly receivedOn: string
  readonly payer: string
  /** 敬称 */
  readonly honorific: string
  /** Empty for an association, whose paper is handed over. */
  readonly address: string
  /** `60,000`, without the unit. */
  readonly amount: string
  /** 令和8年度 社協会費（一般会費）として */
  readonly purpose: string
  /** What the amount is made of. */
  readonly details: readonly { readonly label: string; readonly amount: string }[]
  /** The council as it was when the paper was issued. */
  readonly council: PaperCouncil
  readonly isVoid: boolean
  readonly voidReason: string
}
