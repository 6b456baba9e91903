import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { CouncilDetails } from '@sasaeai/domain/council/council-details'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { changedFields } from '../user/changed-fields.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { councilDetailsOf } from './council-queries.ts'

/** Changes what is printed as the council's own, and the rules that hold for the whole office. */
export function saveCouncilDetails(
  deps: Deps,
  actor: Actor,
  details: CouncilDetails,
): Promise<Outcome<{ saved: true }, 'council_missing' | 'cash_account_unusable'>> {
  return inTransaction(deps.db, async (tx) => {
    const council = await tx.council.findFirst()
    if (council === null) return fail('council_missing')
    if (!(await mayTakeCash(tx, details))) return fail('cash_account_unusable', { field: 'defaultCashAccountId' })
    await tx.council.update({ where: { id: council.id }, data: details })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'council.update',
      subjectKind: 'council',
      subjectId: String(council.id),
      ...changedFields(councilDetailsOf(council), details),
    })
    return succeed({ saved: true })
  })
}

async function mayTakeCash(tx: Tx, { defaultCashAccountId }: CouncilDetails): Promise<boolean> {
  if (defaultCashAccountId === null) return true
  const account = await tx.ledgerAccount.findUnique({ where: { id: defaultCashAccountId } })
  return account !== null && account.category === 'asset' && account.book === 'council' && !account.isHeading && account.closedOn === null
}
