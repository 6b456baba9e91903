import { inTransaction } from '@sasaeai/db/in-transaction'
import type { MarkCheckInput, UnmarkCheckInput } from '@sasaeai/domain/membership-dues/check/dues-check-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 確認済み: somebody has looked at a finding. Looked at again, the later note counts; the audit log keeps both. */
export async function markDuesCheck(
  deps: Deps,
  actor: Actor,
  { fiscalYear, findingKey, note }: MarkCheckInput,
): Promise<Outcome<{ findingKey: string }, 'reference_gone' | 'year_not_open'>> {
  const mark = { note, markedAt: deps.now(), markedById: actor.userId }
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      const key = { fiscalYear, findingKey }
      await tx.duesCheckMark.upsert({ where: { fiscalYear_findingKey: key }, create: { ...key, ...mark }, update: mark })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'dues_check.mark',
        subjectKind: 'dues_check',
        subjectId: findingKey,
        after: { fiscalYear, note },
      })
      return succeed({ findingKey })
    }),
  )
}

/** Takes the mark away; a finding that nobody marked has none to take. */
export async function unmarkDuesCheck(
  deps: Deps,
  actor: Actor,
  { fiscalYear, findingKey }: UnmarkCheckInput,
): Promise<Outcome<{ findingKey: string }, 'row_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.duesCheckMark.deleteMany({ where: { fiscalYear, findingKey } })
    if (count === 0) return fail('row_gone')
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'dues_check.unmark',
      subjectKind: 'dues_check',
      subjectId: findingKey,
      after: { fiscalYear },
    })
    return succeed({ findingKey })
  })
}
