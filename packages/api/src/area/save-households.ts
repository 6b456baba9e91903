import { inTransaction } from '@sasaeai/db/in-transaction'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import type { SaveHouseholdsInput } from '@sasaeai/domain/area/area-details'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../council/missing-reference.ts'
import type { Actor, Deps } from '../deps.ts'
import { changedFields } from '../user/changed-fields.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'

/** Records the households of an area in a fiscal year, each number with its basis and the date it was true on. */
export async function saveHouseholds(
  deps: Deps,
  actor: Actor,
  { areaId, fiscalYear, counts }: SaveHouseholdsInput,
): Promise<Outcome<{ saved: number }, 'reference_gone' | 'year_not_open'>> {
  const scope = { areaId, fiscalYear, basis: { in: counts.map((count) => count.basis) } }
  const recorded = counts.flatMap(({ basis, recorded: count }) => (count === null ? [] : [{ basis, ...count }]))
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      const before = await tx.areaHousehold.findMany({ where: scope })
      await tx.areaHousehold.deleteMany({ where: scope })
      await tx.areaHousehold.createMany({
        data: recorded.map((count) => ({ ...count, areaId, fiscalYear, asOf: toDateColumn(count.asOf) })),
      })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'area.save_households',
        subjectKind: 'area',
        subjectId: areaId,
        ...changedFields(
          byBasis(before.map((count) => ({ ...count, asOf: fromDateColumn(count.asOf) }))),
          { ...Object.fromEntries(counts.map((count) => [count.basis, null])), ...byBasis(recorded), fiscalYear },
        ),
      })
      return succeed({ saved: recorded.length })
    }),
  )
}

function byBasis(counts: readonly { readonly basis: string; readonly households: number; readonly asOf: string }[]) {
  return Object.fromEntries(counts.map(({ basis, households, asOf }) => [basis, { households, asOf }]))
}
