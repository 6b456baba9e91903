import { z } from 'zod'
import { groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { ledgerAccountIdSchema, paymentAccountIdSchema } from '../../id-schemas.ts'
import type { AccountBook } from '../../ledger/account-book.ts'
import { type BookableAccount, mayBeSpentOn, mayPayOut } from '../../ledger/ledger-account-details.ts'
import { fail, type Failure } from '../../outcome/outcome.ts'
import { councilAccountCode } from './standard-giving.ts'

/** 支払いの受け口: a legal payee with an account of its own at the gateway. */
export const paymentAccountSchema = z.object({
  code: z
    .string()
    .transform((text) => text.normalize('NFKC').trim().toLowerCase())
    .pipe(z.string().regex(/^[a-z][a-z0-9_]{0,30}$/, 'コードは、英小文字で始まる英小文字・数字・_ の31文字以内で入力してください。例：chest')),
  name: groundNameSchema,
  payeeName: z.string().trim().min(1, '受取人の名称を入力してください。例：社会福祉法人 ささえ市社会福祉協議会').max(100, '受取人の名称は100文字以内で入力してください。'),
  receivableAccountId: z.string().min(1, '未収金の科目を選んでください。').pipe(ledgerAccountIdSchema),
  feeAccountId: z.string().min(1, '手数料の科目を選んでください。').pipe(ledgerAccountIdSchema),
  bankAccountId: z.string().min(1, '入金先の科目を選んでください。').pipe(ledgerAccountIdSchema),
})
export type PaymentAccountDetails = z.output<typeof paymentAccountSchema>

/** `id` is null for a new account. */
export const savePaymentAccountSchema = z.object({
  id: paymentAccountIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: paymentAccountSchema,
})

/** What of an account of the chart the rules below look at. */
export type PaymentLedgerAccount = BookableAccount & { readonly book: AccountBook }

export interface PaymentLedgerAccounts {
  readonly receivable: PaymentLedgerAccount | null
  readonly fee: PaymentLedgerAccount | null
  readonly bank: PaymentLedgerAccount | null
}

/** A payout is one entry over the three accounts, so they stand in one book; what is owed to us and what lies at the bank are two things. */
export function problemOfPaymentAccount(
  details: PaymentAccountDetails,
  { receivable, fee, bank }: PaymentLedgerAccounts,
): Failure<'payment_receivable_unusable' | 'payment_fee_unusable' | 'payment_bank_unusable' | 'payment_accounts_in_two_books'> | null {
  if (receivable === null || !mayPayOut(receivable) || details.receivableAccountId === details.bankAccountId) {
    return fail('payment_receivable_unusable', { field: 'receivableAccountId' })
  }
  if (fee === null || !mayBeSpentOn(fee)) return fail('payment_fee_unusable', { field: 'feeAccountId' })
  if (bank === null || !mayPayOut(bank)) return fail('payment_bank_unusable', { field: 'bankAccountId' })
  if (fee.book !== receivable.book) return fail('payment_accounts_in_two_books', { field: 'feeAccountId' })
  return bank.book === receivable.book ? null : fail('payment_accounts_in_two_books', { field: 'bankAccountId' })
}

/** Under which names the environment holds the keys of an account: 「STRIPE_SECRET_KEY_CHEST」. */
export function paymentKeyNames(code: string): { readonly secretKey: string; readonly webhookSecret: string } {
  const suffix = code === councilAccountCode ? '' : `_${code.toUpperCase()}`
  return { secretKey: `STRIPE_SECRET_KEY${suffix}`, webhookSecret: `STRIPE_WEBHOOK_SECRET${suffix}` }
}

/** Where the gateway sends what happened on an account. */
export function webhookPath(code: string): string {
  return `/webhooks/payments/${code}`
}
