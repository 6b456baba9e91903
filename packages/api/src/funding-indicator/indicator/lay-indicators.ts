import { inTransaction } from '@sasaeai/db/in-transaction'
import { succeed, type Success } from '@sasaeai/domain/outcome/outcome'
import { layStandardIndicators } from '../../council/lay-standard-indicators.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 標準の指標をつくる: for a council that was set up before there were indicators. Made twice, it adds nothing. */
export function layIndicators(deps: Deps, actor: Actor): Promise<Success<{ readonly added: number }>> {
  return inTransaction(deps.db, async (tx) => {
    const added = await layStandardIndicators(deps, tx, actor)
    await recordAuditEvent(deps, tx, {
      actor, action: 'funding_indicator.lay_standard', subjectKind: 'funding_indicator', subjectId: 'standard', after: { added },
    })
    return succeed({ added })
  })
}
