import { inTransaction } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation, isUniqueViolation } from '@sasaeai/db/refusals'
import { id, type ProspectId } from '@sasaeai/domain/ids'
import type { SaveProspectInput } from '@sasaeai/domain/membership-dues/prospect/prospect-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { takeProspect, type ProspectRefusal } from './take-prospect.ts'

type SavingOutcome = Outcome<{ prospectId: ProspectId }, ProspectRefusal | 'prospect_exists' | 'reference_gone'>

/** Adds a prospect, or changes one; with an open stage a declined one is hoped for again. */
export async function saveProspect(deps: Deps, actor: Actor, input: SaveProspectInput): Promise<SavingOutcome> {
  try {
    return await (input.change === null ? addProspect(deps, actor, input.details) : editProspect(deps, actor, { ...input, change: input.change }))
  } catch (error) {
    if (isUniqueViolation(error)) return fail('prospect_exists', { field: 'supporterId' })
    if (isForeignKeyViolation(error)) return fail('reference_gone')
    throw error
  }
}

type ProspectFields = SaveProspectInput['details']

function addProspect(deps: Deps, actor: Actor, details: ProspectFields): Promise<SavingOutcome> {
  const prospectId = id<'ProspectId'>(deps.newId())
  return inTransaction(deps.db, async (tx) => {
    await tx.membershipProspect.create({ data: { id: prospectId, ...columnsOf(details) } })
    await recordAuditEvent(deps, tx, {
      actor, action: 'membership_prospect.create', subjectKind: 'membership_prospect', subjectId: prospectId, after: { ...details },
    })
    return succeed({ prospectId })
  }, { isolation: 'ReadCommitted' })
}

function editProspect(
  deps: Deps,
  actor: Actor,
  { change, details }: { change: NonNullable<SaveProspectInput['change']>; details: ProspectFields },
): Promise<SavingOutcome> {
  const { prospectId } = change
  return inTransaction(deps.db, async (tx): Promise<SavingOutcome> => {
    const taken = await takeProspect(tx, change)
    if (!taken.ok) return taken
    const { supporterId, duesKindId, stage, hopedUnits, nextAction, responsibleId, note } = taken.value
    const before = { supporterId, duesKindId, stage, hopedUnits, nextAction, responsibleId, note }
    const nextActionOn = fromNullableDateColumn(taken.value.nextActionOn)
    await tx.membershipProspect.update({ where: { id: prospectId }, data: { ...columnsOf(details), revision: change.revision + 1 } })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'membership_prospect.update',
      subjectKind: 'membership_prospect',
      subjectId: prospectId,
      ...changedFields({ ...before, nextActionOn }, { ...details }),
    })
    return succeed({ prospectId })
  }, { isolation: 'ReadCommitted' })
}

function columnsOf({ nextActionOn, ...details }: ProspectFields) {
  return { ...details, nextActionOn: nextActionOn === null ? null : toDateColumn(nextActionOn) }
}
