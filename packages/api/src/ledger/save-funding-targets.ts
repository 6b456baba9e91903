import { inTransaction } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { SaveFundingTargetsInput } from '@sasaeai/domain/ledger/funding-target-input'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../council/missing-reference.ts'
import type { Actor, Deps } from '../deps.ts'
import { changedFields } from '../user/changed-fields.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'

/**
 * Writes the targets of one fiscal year for one scope (the whole council, or an area), all of them in one act:
 * sources that are not named keep theirs, a null takes one away.
 */
export async function saveFundingTargets(
  deps: Deps,
  actor: Actor,
  { fiscalYear, areaId, targets }: SaveFundingTargetsInput,
): Promise<Outcome<{ saved: number }, 'reference_gone' | 'year_not_open'>> {
  const scope = { fiscalYear, areaId, fundingSourceId: { in: targets.map((target) => target.fundingSourceId) } }
  const wanted = targets.flatMap(({ fundingSourceId, targetYen }) => (targetYen === null ? [] : [{ fundingSourceId, targetYen }]))
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      const before = await tx.fundingTarget.findMany({ where: scope })
      await tx.fundingTarget.deleteMany({ where: scope })
      await tx.fundingTarget.createMany({
        data: wanted.map((target) => ({ id: deps.newId(), fiscalYear, areaId, ...target })),
      })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'funding_target.save',
        subjectKind: 'funding_target',
        subjectId: `${fiscalYear}/${areaId ?? 'all'}`,
        ...changedFields(
          Object.fromEntries(before.map((target) => [target.fundingSourceId, yenFromColumn(target.targetYen)])),
          Object.fromEntries(targets.map((target) => [target.fundingSourceId, target.targetYen])),
        ),
      })
      return succeed({ saved: wanted.length })
    }),
  )
}
