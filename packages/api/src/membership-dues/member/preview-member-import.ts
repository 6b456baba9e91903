import { inTransaction } from '@sasaeai/db/in-transaction'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import type { MemberImportInput } from '@sasaeai/domain/membership-dues/member/member-import-input'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { type MemberImportPlan, planImportOfMembers } from './plan-import-of-members.ts'

/** Shows what a file would do to the register of members, line by line, without doing it. */
export function previewMemberImport(deps: Deps, input: MemberImportInput): Promise<Outcome<MemberImportPlan, ImportFileFailure>> {
  return inTransaction(deps.db, (tx) => planImportOfMembers(deps, tx, input), { isolation: 'RepeatableRead' })
}
