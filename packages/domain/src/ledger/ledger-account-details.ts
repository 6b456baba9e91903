import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../council/ground-code.ts'
import { revisionSchema } from '../council/revision.ts'
import { ledgerAccountIdSchema } from '../id-schemas.ts'
import { accountBooks } from './account-book.ts'
import { accountCategories, type AccountCategory } from './account-category.ts'

const segmentCodeSchema = z.string().trim().max(20, '区分コードは20文字以内で入力してください。').default('')

export const ledgerAccountDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  category: z.enum(accountCategories, '区分を選んでください。'),
  /** The heading that the account stands under. */
  parentId: ledgerAccountIdSchema.nullable().default(null),
  /** 拠点区分コード */
  siteCode: segmentCodeSchema,
  /** サービス区分コード */
  serviceCode: segmentCodeSchema,
  /** Headings group accounts and take no postings. */
  isHeading: z.boolean().default(false),
  book: z.enum(accountBooks, '帳簿を選んでください。').default('council'),
})
export type LedgerAccountDetails = z.output<typeof ledgerAccountDetailsSchema>

/** `id` is null for a new account. */
export const saveLedgerAccountSchema = z.object({
  id: ledgerAccountIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: ledgerAccountDetailsSchema,
})

/** What of an account decides whether money may be booked on it. */
export interface BookableAccount {
  readonly category: AccountCategory
  readonly isHeading: boolean
  readonly closedOn: unknown
}

/** Whether money that comes in from a source may be credited to the account: income, or 預り金 held for others. */
export function mayBeCreditedBySource(account: BookableAccount): boolean {
  return isBookable(account) && (account.category === 'income' || account.category === 'liability')
}

/** Whether the account may hold a drive's money until it is remitted: it is owed, never the council's own. */
export function mayHoldCustody(account: BookableAccount): boolean {
  return isBookable(account) && account.category === 'liability'
}

/** Whether spending may be booked on the account. */
export function mayBeSpentOn(account: BookableAccount): boolean {
  return isBookable(account) && account.category === 'expense'
}

/** Whether money may be paid out of the account: 現金 or a bank account. */
export function mayPayOut(account: BookableAccount): boolean {
  return isBookable(account) && account.category === 'asset'
}

function isBookable(account: BookableAccount): boolean {
  return !account.isHeading && account.closedOn === null
}
