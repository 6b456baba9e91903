import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import type { AllocationDetails, SaveAllocationInput, SeenAllocation } from '@sasaeai/domain/community-chest/allocation/allocation-input'
import { type AllocationId, id } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockAllocation, readIncomeAccount } from './lock-allocation.ts'

type AllocationProblem = 'allocation_source_unusable' | 'allocation_received' | 'allocation_below_received'
type SavingOutcome = Outcome<{ allocationId: AllocationId }, AllocationProblem | 'row_gone' | 'changed_meanwhile' | 'year_not_open' | 'reference_gone'>

/** Adds a 配分金, or changes one; what was received of it keeps its funding source, and is never more than was decided. */
export async function saveAllocation(deps: Deps, actor: Actor, { change, details }: SaveAllocationInput): Promise<SavingOutcome> {
  return orMissingReference(
    inTransaction(
      deps.db,
      (tx) => (change === null ? addAllocation({ deps, actor, tx }, details) : editAllocation({ deps, actor, tx }, change, details)),
      { isolation: 'ReadCommitted' },
    ),
  )
}

/** Deletes a 配分金 of which nothing was received, used or granted on; the page offers to write the same again. */
export async function removeAllocation(deps: Deps, actor: Actor, seen: SeenAllocation): Promise<Outcome<null, 'row_gone' | 'changed_meanwhile' | 'in_use'>> {
  const { allocationId } = seen
  try {
    return await inTransaction(
      deps.db,
      async (tx) => {
        const locked = await lockAllocation(tx, allocationId)
        if (locked === null) return fail('row_gone')
        if (locked.revision !== seen.revision) return fail('changed_meanwhile')
        await tx.allocation.delete({ where: { id: allocationId } })
        await recordAuditEvent(deps, tx, { actor, action: 'allocation.delete', subjectKind: 'allocation', subjectId: allocationId, before: locked.details })
        return succeed(null)
      },
      { isolation: 'ReadCommitted' },
    )
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('in_use')
    throw error
  }
}

async function addAllocation({ deps, actor, tx }: Desk, details: AllocationDetails): Promise<SavingOutcome> {
  const problem = await problemOfSource(tx, details)
  if (problem !== null) return problem
  const allocationId = id<'AllocationId'>(deps.newId())
  await tx.allocation.create({ data: { id: allocationId, ...columnsOf(details) } })
  await recordAuditEvent(deps, tx, { actor, action: 'allocation.create', subjectKind: 'allocation', subjectId: allocationId, after: details })
  return succeed({ allocationId })
}

async function editAllocation({ deps, actor, tx }: Desk, { allocationId, revision }: SeenAllocation, details: AllocationDetails): Promise<SavingOutcome> {
  const locked = await lockAllocation(tx, allocationId)
  if (locked === null) return fail('row_gone')
  if (locked.revision !== revision) return fail('changed_meanwhile')
  if (details.fundingSourceId !== locked.details.fundingSourceId) {
    if (locked.hasReceipts) return fail('allocation_received', { field: 'fundingSourceId' })
    const problem = await problemOfSource(tx, details)
    if (problem !== null) return problem
  }
  if (details.decidedYen < locked.receivedYen) {
    return fail('allocation_below_received', { field: 'decidedYen', about: `${formatYen(locked.receivedYen)}円` })
  }
  await tx.allocation.update({ where: { id: allocationId }, data: columnsOf(details) })
  const audit = { subjectKind: 'allocation', subjectId: allocationId, ...changedFields(locked.details, details) }
  await recordAuditEvent(deps, tx, { actor, action: 'allocation.update', ...audit })
  return succeed({ allocationId })
}

async function problemOfSource(tx: Tx, { fundingSourceId }: AllocationDetails): Promise<Failure<'allocation_source_unusable'> | null> {
  return (await readIncomeAccount(tx, fundingSourceId)) === null ? fail('allocation_source_unusable', { field: 'fundingSourceId' }) : null
}

function columnsOf({ decidedOn, decidedYen, ...details }: AllocationDetails) {
  return { ...details, decidedOn: toDateColumn(decidedOn), decidedYen: BigInt(decidedYen) }
}
