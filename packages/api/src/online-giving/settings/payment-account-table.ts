import type { Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { id, type PaymentAccountId } from '@sasaeai/domain/ids'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type PaymentAccountDetails, problemOfPaymentAccount } from '@sasaeai/domain/online-giving/settings/payment-account-details'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'
import type { Deps } from '../../deps.ts'

const columns = { code: true, name: true, payeeName: true, receivableAccountId: true, feeAccountId: true, bankAccountId: true, revision: true } as const

type PaymentAccountProblem = NonNullable<ReturnType<typeof problemOfPaymentAccount>>['code'] | 'payment_code_fixed' | 'payment_receivable_in_use' | 'payment_account_in_use'

/** 支払いの受け口. */
export const paymentAccountTable: GroundTable<PaymentAccountDetails, PaymentAccountProblem> = {
  subjectKind: 'payment_account',
  read: async (tx, accountId) => {
    const row = await tx.paymentAccount.findUnique({ where: { id: accountId }, select: columns })
    return groundRowOf(row === null ? null : withIds(row))
  },
  insert: (tx, accountId, account) => tx.paymentAccount.create({ data: { id: accountId, ...account } }),
  update: (tx, accountId, account) => tx.paymentAccount.update({ where: { id: accountId }, data: account }),
  setClosedOn: (tx, accountId, closedOn) => tx.paymentAccount.update({ where: { id: accountId }, data: { closedOn } }),
  remove: (tx, accountId) => tx.paymentAccount.delete({ where: { id: accountId } }),
  problemOfClosing: async (tx, accountId) => {
    const target = await tx.givingTarget.findFirst({ where: { paymentAccountId: accountId, closedOn: null }, orderBy: { sequence: 'asc' }, select: { title: true } })
    return target === null ? null : fail('payment_account_in_use', { about: target.title })
  },
  problemOfSaving: async (tx, { id: accountId, before, after }) => {
    if (before !== null && before.code !== after.code) return fail('payment_code_fixed', { field: 'code' })
    if (before !== null && before.receivableAccountId !== after.receivableAccountId && (await isMoneyOnItsWay(tx, accountId))) {
      return fail('payment_receivable_in_use', { field: 'receivableAccountId' })
    }
    return problemOfPaymentAccount(after, {
      receivable: await ledgerAccountOf(tx, after.receivableAccountId),
      fee: await ledgerAccountOf(tx, after.feeAccountId),
      bank: await ledgerAccountOf(tx, after.bankAccountId),
    })
  },
}

/** What a payout will bring is credited where it was debited. */
async function isMoneyOnItsWay(tx: Tx, accountId: string): Promise<boolean> {
  return (await tx.onlinePayment.count({ where: { paymentAccountId: accountId, payoutId: null } })) > 0
}

export interface PaymentAccountRow extends PaymentAccountDetails {
  readonly id: PaymentAccountId
  /** acct_…; empty until the gateway has named it. */
  readonly gatewayAccountId: string
  readonly closedOn: LocalDate | null
  readonly revision: number
  readonly receivableAccountName: string
  readonly feeAccountName: string
  readonly bankAccountName: string
  /** How this server reaches the gateway for it; null where it has no key. The key itself is never read. */
  readonly mode: 'live' | 'test' | 'demo' | null
  /** The 受付項目 in use that pay into it. */
  readonly targetTitles: readonly string[]
}

/** Every account, closed ones included, in the order of their codes. */
export async function listPaymentAccounts({ db, gateways }: Deps): Promise<PaymentAccountRow[]> {
  const named = { select: { name: true } } as const
  const accounts = await db.prisma.paymentAccount.findMany({
    orderBy: { code: 'asc' },
    include: {
      receivableAccount: named, feeAccount: named, bankAccount: named,
      targets: { where: { closedOn: null }, orderBy: { sequence: 'asc' }, select: { title: true } },
    },
  })
  return accounts.map(({ receivableAccount, feeAccount, bankAccount, targets, ...account }) => ({
    ...withIds(account),
    id: id(account.id),
    closedOn: fromNullableDateColumn(account.closedOn),
    receivableAccountName: receivableAccount.name,
    feeAccountName: feeAccount.name,
    bankAccountName: bankAccount.name,
    mode: gateways?.of(account.code)?.mode ?? null,
    targetTitles: targets.map(({ title }) => title),
  }))
}

interface AccountIds {
  readonly receivableAccountId: string
  readonly feeAccountId: string
  readonly bankAccountId: string
}

function withIds<Row extends AccountIds>(row: Row) {
  return {
    ...row,
    receivableAccountId: id<'LedgerAccountId'>(row.receivableAccountId),
    feeAccountId: id<'LedgerAccountId'>(row.feeAccountId),
    bankAccountId: id<'LedgerAccountId'>(row.bankAccountId),
  }
}

function ledgerAccountOf(tx: Tx, accountId: string) {
  return tx.ledgerAccount.findUnique({ where: { id: accountId } })
}
