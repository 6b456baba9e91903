import { inTransaction } from '@sasaeai/db/in-transaction'
import type { SupporterRelationId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { relationWord } from '@sasaeai/domain/supporter/relation/supporter-relation'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** Takes a relation out, from whichever side. */
export function removeRelation(deps: Deps, actor: Actor, relationId: SupporterRelationId): Promise<Outcome<null, 'row_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const relation = await tx.supporterRelation.findUnique({ where: { id: relationId } })
    if (relation === null) return fail('row_gone')
    await tx.supporterRelation.delete({ where: { id: relationId } })
    const { supporterId, otherId, kind, note } = relation
    await recordAuditEvent(deps, tx, {
      actor, action: 'supporter_relation.delete', subjectKind: 'supporter', subjectId: supporterId,
      before: { supporterId: otherId, relation: relationWord(kind, 'of'), note },
    })
    return succeed(null)
  })
}
