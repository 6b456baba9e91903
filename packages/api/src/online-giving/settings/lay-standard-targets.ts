import { inTransaction } from '@sasaeai/db/in-transaction'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { layStandardGiving, type LaidGiving } from '../../council/lay-standard-giving.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 標準の受付項目をつくる: for a council that was set up before there was online giving. Made twice, it adds nothing. */
export function layStandardTargets(deps: Deps, actor: Actor): Promise<Outcome<LaidGiving, 'giving_accounts_missing' | 'council_missing'>> {
  return inTransaction(deps.db, async (tx) => {
    const council = await tx.council.findFirst({ select: { name: true } })
    if (council === null) return fail('council_missing')
    const laid = await layStandardGiving(deps, tx, council.name)
    if (!laid.ok) return laid
    await recordAuditEvent(deps, tx, { actor, action: 'giving_target.lay_standard', subjectKind: 'giving_target', subjectId: 'standard', after: { added: laid.value.targets } })
    return succeed(laid.value)
  })
}
