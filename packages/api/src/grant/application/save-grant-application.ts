import { inTransaction } from '@sasaeai/db/in-transaction'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { GrantApplicationDetails, SaveGrantApplicationInput } from '@sasaeai/domain/grant/application/grant-application-input'
import { type GrantApplicationId, type GrantCallId, id } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type ApplicationRefusal, takeGrantApplication } from './take-grant-application.ts'

type SavingOutcome = Outcome<{ applicationId: GrantApplicationId; number: number }, ApplicationRefusal | 'reference_gone'>

/** Takes in an application under the next number of its call, or changes what was written down of one. */
export async function saveGrantApplication(deps: Deps, actor: Actor, input: SaveGrantApplicationInput): Promise<SavingOutcome> {
  try {
    return await inTransaction(deps.db, (tx) => saveWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('reference_gone')
    throw error
  }
}

async function saveWithin(desk: Desk, { callId, change, details }: SaveGrantApplicationInput): Promise<SavingOutcome> {
  if (change === null) return addApplication(desk, callId, details)
  const { deps, actor, tx } = desk
  const taken = await takeGrantApplication(tx, change)
  if (!taken.ok) return taken
  const { applicationId } = change
  const { supporterId, projectName, purpose, note, receivedOn, requestedYen, applicationNumber } = taken.value
  const before = { supporterId, projectName, purpose, requestedYen: yenFromColumn(requestedYen), receivedOn: fromDateColumn(receivedOn), note }
  await tx.grantApplication.update({ where: { id: applicationId }, data: columnsOf(details) })
  await recordAuditEvent(deps, tx, {
    actor, action: 'grant_application.update', subjectKind: 'grant_application', subjectId: applicationId, ...changedFields(before, { ...details }),
  })
  return succeed({ applicationId, number: applicationNumber })
}

/** The call's row is locked, so that numbers are taken one after another, and a refused one leaves no gap. */
async function addApplication({ deps, actor, tx }: Desk, callId: GrantCallId, details: GrantApplicationDetails): Promise<SavingOutcome> {
  const call = await tx.$queryRaw<unknown[]>`SELECT 1 FROM grant_call WHERE id = ${callId}::uuid FOR UPDATE`
  if (call.length === 0) return fail('row_gone')
  const last = await tx.grantApplication.aggregate({ where: { callId }, _max: { applicationNumber: true } })
  const applicationNumber = (last._max.applicationNumber ?? 0) + 1
  const applicationId = id<'GrantApplicationId'>(deps.newId())
  await tx.grantApplication.create({ data: { id: applicationId, callId, applicationNumber, ...columnsOf(details) } })
  await recordAuditEvent(deps, tx, {
    actor, action: 'grant_application.create', subjectKind: 'grant_application', subjectId: applicationId, after: { applicationNumber, ...details },
  })
  return succeed({ applicationId, number: applicationNumber })
}

function columnsOf({ receivedOn, requestedYen, ...details }: GrantApplicationDetails) {
  return { ...details, requestedYen: BigInt(requestedYen), receivedOn: toDateColumn(receivedOn) }
}
