import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { id, type OutreachEventId } from '@sasaeai/domain/ids'
import type { OutreachDetails, SaveOutreachInput, SeenOutreach } from '@sasaeai/domain/membership-dues/outreach/outreach-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type OutreachRefusal = 'outreach_not_found' | 'changed_meanwhile'
type SavingOutcome = Outcome<{ outreachId: OutreachEventId }, OutreachRefusal | 'reference_gone'>

/** Writes down an event, or changes what was written. */
export async function saveOutreach(deps: Deps, actor: Actor, { change, details }: SaveOutreachInput): Promise<SavingOutcome> {
  try {
    return await inTransaction(
      deps.db,
      (tx) => (change === null ? addOutreach({ deps, actor, tx }, details) : editOutreach({ deps, actor, tx }, change, details)),
      { isolation: 'ReadCommitted' },
    )
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('reference_gone')
    throw error
  }
}

/** Deletes a record; the page offers to write the same again. */
export function removeOutreach(deps: Deps, actor: Actor, seen: SeenOutreach): Promise<Outcome<null, OutreachRefusal>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const taken = await takeOutreach(tx, seen)
      if (!taken.ok) return taken
      await tx.outreachEvent.delete({ where: { id: seen.outreachId } })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'outreach_event.delete',
        subjectKind: 'outreach_event',
        subjectId: seen.outreachId,
        before: taken.value,
      })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}

async function addOutreach({ deps, actor, tx }: Desk, details: OutreachDetails): Promise<SavingOutcome> {
  const outreachId = id<'OutreachEventId'>(deps.newId())
  await tx.outreachEvent.create({ data: { id: outreachId, ...columnsOf(details) } })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'outreach_event.create',
    subjectKind: 'outreach_event',
    subjectId: outreachId,
    after: { ...details },
  })
  return succeed({ outreachId })
}

async function editOutreach({ deps, actor, tx }: Desk, seen: SeenOutreach, details: OutreachDetails): Promise<SavingOutcome> {
  const taken = await takeOutreach(tx, seen)
  if (!taken.ok) return taken
  const { outreachId, revision } = seen
  await tx.outreachEvent.update({ where: { id: outreachId }, data: { ...columnsOf(details), revision: revision + 1 } })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'outreach_event.update',
    subjectKind: 'outreach_event',
    subjectId: outreachId,
    ...changedFields(taken.value, { ...details }),
  })
  return succeed({ outreachId })
}

/** The record locked until the command's end; refused when somebody else has changed it since it was opened. */
async function takeOutreach(tx: Tx, { outreachId, revision }: SeenOutreach) {
  await tx.$queryRaw`SELECT 1 FROM outreach_event WHERE id = ${outreachId}::uuid FOR UPDATE`
  const row = await tx.outreachEvent.findUnique({ where: { id: outreachId } })
  if (row === null) return fail('outreach_not_found')
  if (row.revision !== revision) return fail('changed_meanwhile')
  const { kind, title, areaId, supporterId, place, staff, attendees, channelId, costYen, summary } = row
  const cost = costYen === null ? null : yenFromColumn(costYen)
  return succeed({ heldOn: fromDateColumn(row.heldOn), kind, title, areaId, supporterId, place, staff, attendees, channelId, costYen: cost, summary })
}

function columnsOf({ heldOn, costYen, ...details }: OutreachDetails) {
  return { ...details, heldOn: toDateColumn(heldOn), costYen: costYen === null ? null : BigInt(costYen) }
}
