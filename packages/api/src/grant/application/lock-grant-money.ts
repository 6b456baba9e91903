import type { Tx } from '@sasaeai/db/in-transaction'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GrantDebit } from '@sasaeai/domain/grant/application/grant-payment-entry'
import { campaignIdSchema, ledgerAccountIdSchema } from '@sasaeai/domain/id-schemas'
import type { GrantCallId, LedgerAccountId } from '@sasaeai/domain/ids'
import { formatYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { lockCustody } from '../../ledger/held-in-custody.ts'

/** Whose money a call gives away, held still for the transaction that pays it out. */
export interface GrantMoney {
  readonly callName: string
  readonly debit: GrantDebit
  /** What the drive holds on that day, in yen; null where the council pays. */
  readonly heldYen: Yen | null
}

interface WantedMoney {
  readonly callId: GrantCallId
  readonly paidOn: LocalDate
  readonly cashAccountId: LedgerAccountId
}

export type MoneyRefusal = 'row_gone' | 'campaign_closed' | 'grant_cash_unusable'

/**
 * Locks the call, so that its payer stays, and the drive's custody, so that payments out of it wait for each other.
 * The cash account must be of the book that the money is held in.
 */
export async function lockGrantMoney(tx: Tx, { callId, paidOn, cashAccountId }: WantedMoney): Promise<Outcome<GrantMoney, MoneyRefusal>> {
  await tx.$queryRaw`SELECT 1 FROM grant_call WHERE id = ${callId}::uuid FOR SHARE`
  const call = await tx.grantCall.findUnique({ where: { id: callId }, select: { name: true, campaignId: true, expenseAccountId: true } })
  if (call === null) return fail('row_gone')
  const custody = call.campaignId === null ? null : await lockCustody(tx, campaignIdSchema.parse(call.campaignId), paidOn)
  if (custody?.isClosed === true) return fail('campaign_closed')
  if (!(await isCashOf(tx, cashAccountId, custody?.book ?? 'council'))) return fail('grant_cash_unusable', { field: 'cashAccountId' })
  if (custody !== null) {
    const { campaignId, custodyAccountId, heldYen } = custody
    return succeed({ callName: call.name, debit: { accountId: custodyAccountId, campaignId }, heldYen })
  }
  const accountId = ledgerAccountIdSchema.parse(call.expenseAccountId)
  return succeed({ callName: call.name, debit: { accountId, campaignId: undefined }, heldYen: null })
}

async function isCashOf(tx: Tx, cashAccountId: LedgerAccountId, book: 'council' | 'branch'): Promise<boolean> {
  const usable = { id: cashAccountId, book, category: 'asset', isHeading: false, closedOn: null } as const
  return (await tx.ledgerAccount.count({ where: usable })) > 0
}

/** Refused where more is to be paid than the drive holds. */
export function refusalOfHeld({ heldYen }: GrantMoney, wantedYen: Yen): Failure<'grant_exceeds_held'> | null {
  if (heldYen === null || wantedYen <= heldYen) return null
  return fail('grant_exceeds_held', { about: `${formatYen(yen(Math.max(0, heldYen)))}円` })
}
