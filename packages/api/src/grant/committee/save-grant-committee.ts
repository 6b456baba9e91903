import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { GrantCommitteeDetails, SaveGrantCommitteeInput, SeenGrantCommittee } from '@sasaeai/domain/grant/committee/grant-committee-input'
import { type GrantCommitteeId, id } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type CommitteeRefusal = 'row_gone' | 'changed_meanwhile'
type SavingOutcome = Outcome<{ committeeId: GrantCommitteeId }, CommitteeRefusal | 'year_not_open' | 'reference_gone'>

/** Writes down a meeting of 配分委員会, or changes what was written. */
export async function saveGrantCommittee(deps: Deps, actor: Actor, input: SaveGrantCommitteeInput): Promise<SavingOutcome> {
  return orMissingReference(inTransaction(deps.db, (tx) => saveWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' }))
}

/** Deletes a meeting that decided nothing; the page offers to write the same again. */
export async function removeGrantCommittee(deps: Deps, actor: Actor, seen: SeenGrantCommittee): Promise<Outcome<null, CommitteeRefusal | 'in_use'>> {
  const subject = { subjectKind: 'grant_committee', subjectId: seen.committeeId }
  try {
    return await inTransaction(
      deps.db,
      async (tx) => {
        const taken = await takeCommittee(tx, seen)
        if (!taken.ok) return taken
        await tx.grantCommittee.delete({ where: { id: seen.committeeId } })
        await recordAuditEvent(deps, tx, { actor, action: 'grant_committee.delete', ...subject, before: taken.value })
        return succeed(null)
      },
      { isolation: 'ReadCommitted' },
    )
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('in_use')
    throw error
  }
}

async function saveWithin({ deps, actor, tx }: Desk, { change, details }: SaveGrantCommitteeInput): Promise<SavingOutcome> {
  const { heldOn, ...columns } = details
  const data = { ...columns, heldOn: toDateColumn(heldOn) }
  if (change === null) {
    const committeeId = id<'GrantCommitteeId'>(deps.newId())
    await tx.grantCommittee.create({ data: { id: committeeId, ...data } })
    await recordAuditEvent(deps, tx, { actor, action: 'grant_committee.create', subjectKind: 'grant_committee', subjectId: committeeId, after: { ...details } })
    return succeed({ committeeId })
  }
  const taken = await takeCommittee(tx, change)
  if (!taken.ok) return taken
  const { committeeId } = change
  await tx.grantCommittee.update({ where: { id: committeeId }, data })
  await recordAuditEvent(deps, tx, {
    actor, action: 'grant_committee.update', subjectKind: 'grant_committee', subjectId: committeeId, ...changedFields({ ...taken.value }, { ...details }),
  })
  return succeed({ committeeId })
}

/** The meeting locked until the command's end; refused when somebody else has changed it since it was opened. */
async function takeCommittee(tx: Tx, { committeeId, revision }: SeenGrantCommittee) {
  await tx.$queryRaw`SELECT 1 FROM grant_committee WHERE id = ${committeeId}::uuid FOR UPDATE`
  const row = await tx.grantCommittee.findUnique({ where: { id: committeeId } })
  if (row === null) return fail('row_gone')
  if (row.revision !== revision) return fail('changed_meanwhile')
  const { name, minutes, attendees, note } = row
  const details: GrantCommitteeDetails = { fiscalYear: fiscalYear(row.fiscalYear), name, heldOn: fromDateColumn(row.heldOn), minutes, attendees, note }
  return succeed({ ...details })
}
