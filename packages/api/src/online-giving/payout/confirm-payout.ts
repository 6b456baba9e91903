import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { PayoutId } from '@sasaeai/domain/ids'
import type { ConfirmPayoutInput } from '@sasaeai/domain/online-giving/payout/payout-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockPayout } from './lock-payout.ts'

type ConfirmFailure = 'payout_not_found' | 'payout_not_paid' | 'payout_confirmed' | 'payout_difference_unexplained'

/** 通帳との照合: what the bank shows, which may differ from what was sent; then somebody says why. The books stay as they are. */
export function confirmPayout(deps: Deps, actor: Actor, { payoutId, bankOn, bankYen, note }: ConfirmPayoutInput): Promise<Outcome<{ payoutId: PayoutId }, ConfirmFailure>> {
  return inTransaction(deps.db, async (tx) => {
    const payout = await lockPayout(tx, { payoutId })
    if (payout === null) return fail('payout_not_found')
    if (payout.state !== 'paid') return fail('payout_not_paid')
    if (payout.confirmedAt !== null) return fail('payout_confirmed')
    if (bankYen !== payout.amountYen && note === '') return fail('payout_difference_unexplained', { field: 'note' })
    await tx.payout.update({ where: { id: payoutId }, data: { bankOn: toDateColumn(bankOn), bankYen: BigInt(bankYen), confirmedAt: deps.now(), confirmedById: actor.userId, note } })
    await recordAuditEvent(deps, tx, { actor, action: 'payout.confirm', subjectKind: 'payout', subjectId: payoutId, after: { bankOn, bankYen, amountYen: payout.amountYen, note } })
    return succeed({ payoutId })
  }, { isolation: 'ReadCommitted' })
}

/** 照合の取消し */
export function unconfirmPayout(deps: Deps, actor: Actor, { payoutId }: { payoutId: PayoutId }): Promise<Outcome<{ payoutId: PayoutId }, 'payout_not_found' | 'payout_not_confirmed'>> {
  return inTransaction(deps.db, async (tx) => {
    const payout = await lockPayout(tx, { payoutId })
    if (payout === null) return fail('payout_not_found')
    if (payout.confirmedAt === null) return fail('payout_not_confirmed')
    await tx.payout.update({ where: { id: payoutId }, data: { bankOn: null, bankYen: null, confirmedAt: null, confirmedById: null, note: '' } })
    await recordAuditEvent(deps, tx, { actor, action: 'payout.unconfirm', subjectKind: 'payout', subjectId: payoutId, before: { amountYen: payout.amountYen } })
    return succeed({ payoutId })
  }, { isolation: 'ReadCommitted' })
}
