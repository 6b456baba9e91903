import { inTransaction } from '@sasaeai/db/in-transaction'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import type { SupporterId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome, type Success } from '@sasaeai/domain/outcome/outcome'
import type { SupporterPair } from '@sasaeai/domain/supporter/merge/merge-input'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 別人: two who look alike and are not one. They are not proposed again, whatever is found later. */
export async function markApart(deps: Deps, actor: Actor, pair: SupporterPair): Promise<Outcome<null, 'supporter_not_found'>> {
  const [firstId, secondId] = inOrder(pair)
  try {
    return await inTransaction(deps.db, async (tx) => {
      const { count } = await tx.supporterApart.createMany({
        data: [{ firstId, secondId, markedAt: deps.now(), markedById: actor.userId }],
        skipDuplicates: true,
      })
      if (count > 0) {
        await recordAuditEvent(deps, tx, {
          actor, action: 'supporter.mark_apart', subjectKind: 'supporter', subjectId: firstId, after: { otherId: secondId },
        })
      }
      return succeed(null)
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('supporter_not_found')
    throw error
  }
}

/** Takes the mark away: the pair may be proposed again. */
export function unmarkApart(deps: Deps, actor: Actor, pair: SupporterPair): Promise<Success<null>> {
  const [firstId, secondId] = inOrder(pair)
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.supporterApart.deleteMany({ where: { firstId, secondId } })
    if (count > 0) {
      await recordAuditEvent(deps, tx, {
        actor, action: 'supporter.unmark_apart', subjectKind: 'supporter', subjectId: firstId, before: { otherId: secondId },
      })
    }
    return succeed(null)
  }, { isolation: 'ReadCommitted' })
}

/** PostgreSQL keeps the smaller id first, so that a pair stands there once. */
function inOrder({ firstId, secondId }: SupporterPair): readonly [SupporterId, SupporterId] {
  return firstId < secondId ? [firstId, secondId] : [secondId, firstId]
}
