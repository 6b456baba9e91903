import { inTransaction } from '@sasaeai/db/in-transaction'
import { isForeignKeyViolation, isUniqueViolation } from '@sasaeai/db/refusals'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { type AddRelationInput, relationWord } from '@sasaeai/domain/supporter/relation/supporter-relation'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type RelationFailure = 'relation_known' | 'relation_to_self' | 'relation_other_gone'

/** Writes down how two supporters belong together: once, to be read from both sides. */
export async function addRelation(
  deps: Deps,
  actor: Actor,
  { supporterId, details: { otherId, kind, end, note } }: AddRelationInput,
): Promise<Outcome<{ relationId: string }, RelationFailure>> {
  if (otherId === supporterId) return fail('relation_to_self', { field: 'otherId' })
  const relationId = deps.newId()
  const ends = end === 'is' ? { supporterId: otherId, otherId: supporterId } : { supporterId, otherId }
  try {
    return await inTransaction(deps.db, async (tx) => {
      await tx.supporterRelation.create({ data: { id: relationId, ...ends, kind, note, recordedAt: deps.now() } })
      await recordAuditEvent(deps, tx, {
        actor, action: 'supporter_relation.add', subjectKind: 'supporter', subjectId: supporterId,
        after: { supporterId: otherId, relation: relationWord(kind, end), note },
      })
      return succeed({ relationId })
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('relation_known', { field: 'relation' })
    if (isForeignKeyViolation(error)) return fail('relation_other_gone', { field: 'otherId' })
    throw error
  }
}
