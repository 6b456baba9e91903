import { inTransaction } from '@sasaeai/db/in-transaction'
import { succeed, type Success } from '@sasaeai/domain/outcome/outcome'
import { layJournalPresets } from '../../council/lay-journal-presets.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** ひな形をつくる: for a council that was set up before there were any. Made twice, it adds nothing. */
export function layStandardJournalProfiles(deps: Deps, actor: Actor): Promise<Success<{ readonly added: number }>> {
  return inTransaction(deps.db, async (tx) => {
    const added = await layJournalPresets(deps, tx)
    await recordAuditEvent(deps, tx, { actor, action: 'journal_profile.lay_standard', subjectKind: 'journal_profile', subjectId: 'standard', after: { added } })
    return succeed({ added })
  })
}
