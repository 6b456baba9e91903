import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import type { AllocationUseDetails, SaveAllocationUseInput, SeenAllocationUse } from '@sasaeai/domain/community-chest/allocation/allocation-use-input'
import { type AllocationUseId, id } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type SavingOutcome = Outcome<{ useId: AllocationUseId }, 'row_gone' | 'changed_meanwhile' | 'reference_gone'>

/** Adds a use of a 配分金, or changes one. More than was decided may stand there: the page warns and says by how much. */
export async function saveAllocationUse(deps: Deps, actor: Actor, input: SaveAllocationUseInput): Promise<SavingOutcome> {
  try {
    return await inTransaction(deps.db, (tx) => saveWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('reference_gone')
    throw error
  }
}

async function saveWithin({ deps, actor, tx }: Desk, { allocationId, change, details }: SaveAllocationUseInput): Promise<SavingOutcome> {
  if (change === null) {
    const useId = id<'AllocationUseId'>(deps.newId())
    await tx.allocationUse.create({ data: { id: useId, allocationId, ...columnsOf(details) } })
    await recordAuditEvent(deps, tx, { actor, action: 'allocation_use.create', subjectKind: 'allocation_use', subjectId: useId, after: details })
    return succeed({ useId })
  }
  const { useId } = change
  const taken = await takeUse(tx, change)
  if (!taken.ok) return taken
  await tx.allocationUse.update({ where: { id: useId }, data: columnsOf(details) })
  const audit = { subjectKind: 'allocation_use', subjectId: useId, ...changedFields(taken.value, details) }
  await recordAuditEvent(deps, tx, { actor, action: 'allocation_use.update', ...audit })
  return succeed({ useId })
}

/** Deletes a use; the page offers to write the same again. */
export function removeAllocationUse(deps: Deps, actor: Actor, seen: SeenAllocationUse): Promise<Outcome<null, 'row_gone' | 'changed_meanwhile'>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const taken = await takeUse(tx, seen)
      if (!taken.ok) return taken
      await tx.allocationUse.delete({ where: { id: seen.useId } })
      await recordAuditEvent(deps, tx, { actor, action: 'allocation_use.delete', subjectKind: 'allocation_use', subjectId: seen.useId, before: taken.value })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}

/** The use locked until the command's end; refused when somebody else has changed it since it was opened. */
async function takeUse(tx: Tx, { useId, revision }: SeenAllocationUse): Promise<Outcome<AllocationUseDetails, 'row_gone' | 'changed_meanwhile'>> {
  await tx.$queryRaw`SELECT 1 FROM allocation_use WHERE id = ${useId}::uuid FOR UPDATE`
  const row = await tx.allocationUse.findUnique({ where: { id: useId } })
  if (row === null) return fail('row_gone')
  if (row.revision !== revision) return fail('changed_meanwhile')
  const { groupName, projectName, activity, message, beneficiaries } = row
  return succeed({
    groupName,
    projectName,
    amountYen: yenFromColumn(row.amountYen),
    activity,
    message,
    beneficiaries,
    reportDueOn: fromNullableDateColumn(row.reportDueOn),
    reportedOn: fromNullableDateColumn(row.reportedOn),
  })
}

function columnsOf({ amountYen, reportDueOn, reportedOn, ...details }: AllocationUseDetails) {
  const column = (date: AllocationUseDetails['reportedOn']) => (date === null ? null : toDateColumn(date))
  return { ...details, amountYen: BigInt(amountYen), reportDueOn: column(reportDueOn), reportedOn: column(reportedOn) }
}
