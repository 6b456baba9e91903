import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type GrantCallDetails, type SaveGrantCallInput, type SeenGrantCall, withOnePayer } from '@sasaeai/domain/grant/call/grant-call-input'
import { type GrantCallId, id } from '@sasaeai/domain/ids'
import { mayBeSpentOn } from '@sasaeai/domain/ledger/ledger-account-details'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type CallProblem = 'grant_campaign_unusable' | 'grant_expense_unusable' | 'grant_call_paid'
type SavingOutcome = Outcome<{ callId: GrantCallId }, CallProblem | 'row_gone' | 'changed_meanwhile' | 'year_not_open' | 'reference_gone'>

/** Adds a call, or changes one; whose money it is stays as it is once something was paid. */
export async function saveGrantCall(deps: Deps, actor: Actor, { change, details }: SaveGrantCallInput): Promise<SavingOutcome> {
  const call = withOnePayer(details)
  return orMissingReference(
    inTransaction(
      deps.db,
      (tx) => (change === null ? addCall({ deps, actor, tx }, call) : editCall({ deps, actor, tx }, change, call)),
      { isolation: 'ReadCommitted' },
    ),
  )
}

/** Deletes a call that nobody has applied for; the page offers to write the same again. */
export async function removeGrantCall(deps: Deps, actor: Actor, seen: SeenGrantCall): Promise<Outcome<null, 'row_gone' | 'changed_meanwhile' | 'in_use'>> {
  try {
    return await inTransaction(
      deps.db,
      async (tx) => {
        const taken = await takeCall(tx, seen)
        if (!taken.ok) return taken
        await tx.grantCall.delete({ where: { id: seen.callId } })
        await recordAuditEvent(deps, tx, { actor, action: 'grant_call.delete', subjectKind: 'grant_call', subjectId: seen.callId, before: toldOf(taken.value) })
        return succeed(null)
      },
      { isolation: 'ReadCommitted' },
    )
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('in_use')
    throw error
  }
}

/** Adds a call within the transaction of a command. */
export async function addCall({ deps, actor, tx }: Desk, details: GrantCallDetails): Promise<SavingOutcome> {
  const problem = await problemOfPayer(tx, details)
  if (problem !== null) return problem
  const callId = id<'GrantCallId'>(deps.newId())
  await tx.grantCall.create({ data: { id: callId, ...columnsOf(details) } })
  await recordAuditEvent(deps, tx, { actor, action: 'grant_call.create', subjectKind: 'grant_call', subjectId: callId, after: toldOf(details) })
  return succeed({ callId })
}

async function editCall({ deps, actor, tx }: Desk, seen: SeenGrantCall, details: GrantCallDetails): Promise<SavingOutcome> {
  const taken = await takeCall(tx, seen)
  if (!taken.ok) return taken
  const before = taken.value
  const moved = (['fiscalYear', 'campaignId', 'expenseAccountId'] as const).find((field) => before[field] !== details[field])
  if (moved !== undefined) {
    if (await isPaidFrom(tx, seen.callId)) return fail('grant_call_paid', { field: moved })
    const problem = await problemOfPayer(tx, details)
    if (problem !== null) return problem
  }
  await tx.grantCall.update({ where: { id: seen.callId }, data: columnsOf(details) })
  const audit = { subjectKind: 'grant_call', subjectId: seen.callId, ...changedFields(toldOf(before), toldOf(details)) }
  await recordAuditEvent(deps, tx, { actor, action: 'grant_call.update', ...audit })
  return succeed({ callId: seen.callId })
}

/** Whether anything of it was ever paid, undone payments included: their entries tell of the call's payer. */
async function isPaidFrom(tx: Tx, callId: GrantCallId): Promise<boolean> {
  const paid = await tx.grantPayment.count({ where: { application: { callId } } })
  return paid > 0 || (await tx.reliefPayment.count({ where: { callId } })) > 0
}

async function problemOfPayer(tx: Tx, { campaignId, expenseAccountId }: GrantCallDetails): Promise<Failure<CallProblem> | null> {
  if (campaignId !== null) {
    const usable = { id: campaignId, remittanceMode: 'net_of_direct_payments', closedOn: null } as const
    return (await tx.campaign.count({ where: usable })) > 0 ? null : fail('grant_campaign_unusable', { field: 'campaignId' })
  }
  const account = expenseAccountId === null ? null : await tx.ledgerAccount.findUnique({ where: { id: expenseAccountId } })
  return account !== null && account.book === 'council' && mayBeSpentOn(account) ? null : fail('grant_expense_unusable', { field: 'expenseAccountId' })
}

/** The call locked until the command's end; refused when somebody else has changed it since it was opened. */
async function takeCall(tx: Tx, { callId, revision }: SeenGrantCall) {
  await tx.$queryRaw`SELECT 1 FROM grant_call WHERE id = ${callId}::uuid FOR UPDATE`
  const row = await tx.grantCall.findUnique({ where: { id: callId } })
  if (row === null) return fail('row_gone')
  if (row.revision !== revision) return fail('changed_meanwhile')
  const { grantKindId, name, campaignId, expenseAccountId, allocationId, guidelines } = row
  return succeed({
    fiscalYear: fiscalYear(row.fiscalYear),
    grantKindId,
    name,
    payer: campaignId === null ? 'council' : 'campaign',
    campaignId,
    expenseAccountId,
    allocationId,
    budgetYen: yenFromColumn(row.budgetYen),
    opensOn: fromDateColumn(row.opensOn),
    closesOn: fromDateColumn(row.closesOn),
    reportDueOn: fromNullableDateColumn(row.reportDueOn),
    guidelines,
  })
}

/** For the audit trail: who pays is told by the drive or the account. */
function toldOf<Details extends { readonly payer: string }>({ payer: _payer, ...told }: Details): Omit<Details, 'payer'> {
  return told
}

function columnsOf({ payer: _payer, opensOn, closesOn, reportDueOn, budgetYen, ...details }: GrantCallDetails) {
  return {
    ...details,
    budgetYen: BigInt(budgetYen),
    opensOn: toDateColumn(opensOn),
    closesOn: toDateColumn(closesOn),
    reportDueOn: reportDueOn === null ? null : toDateColumn(reportDueOn),
  }
}
