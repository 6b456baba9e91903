import { inTransaction } from '@sasaeai/db/in-transaction'
import { succeed, type Success } from '@sasaeai/domain/outcome/outcome'
import { layStandardIncomeLines } from '../../council/lay-standard-income-lines.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 標準の区分をつくる: for a council that was set up before there were 収入の区分. Made twice, it adds nothing. */
export function layStandardLines(deps: Deps, actor: Actor): Promise<Success<{ readonly added: number }>> {
  return inTransaction(deps.db, async (tx) => {
    const added = await layStandardIncomeLines(deps, tx)
    await recordAuditEvent(deps, tx, { actor, action: 'income_line.lay_standard', subjectKind: 'income_line', subjectId: 'standard', after: { added } })
    return succeed({ added })
  })
}
