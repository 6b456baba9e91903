import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { GrantReportDetails, SaveGrantReportInput, SeenGrantReport } from '@sasaeai/domain/grant/application/grant-report-input'
import type { GrantApplicationId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readPaidGrants } from './take-grant-application.ts'

/** Writes down what a group did with its grant, or corrects it; only where something was paid. */
export function saveGrantReport(
  deps: Deps,
  actor: Actor,
  { applicationId, revision, details }: SaveGrantReportInput,
): Promise<Outcome<null, 'row_gone' | 'changed_meanwhile' | 'grant_not_paid'>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const before = await takeReport(tx, applicationId)
      if (before === undefined) return fail('row_gone')
      if ((before?.revision ?? null) !== revision) return fail('changed_meanwhile')
      const paid = await readPaidGrants(tx, [applicationId])
      if ((paid.get(applicationId) ?? 0) === 0) return fail('grant_not_paid')
      const data = columnsOf(details)
      await tx.grantReport.upsert({ where: { applicationId }, create: { applicationId, ...data }, update: data })
      await recordAuditEvent(deps, tx, {
        actor,
        action: `grant_report.${before === null ? 'create' : 'update'}`,
        subjectKind: 'grant_report',
        subjectId: applicationId,
        ...(before === null ? { after: { ...details } } : changedFields(before.details, { ...details })),
      })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}

/** Deletes a report; the page offers to write the same again. */
export function removeGrantReport(deps: Deps, actor: Actor, { applicationId, revision }: SeenGrantReport): Promise<Outcome<null, 'row_gone' | 'changed_meanwhile'>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const before = await takeReport(tx, applicationId)
      if (before === undefined || before === null) return fail('row_gone')
      if (before.revision !== revision) return fail('changed_meanwhile')
      await tx.grantReport.delete({ where: { applicationId } })
      await recordAuditEvent(deps, tx, { actor, action: 'grant_report.delete', subjectKind: 'grant_report', subjectId: applicationId, before: before.details })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}

/** The report as it is, its application locked until the command's end; null without one, undefined without an application. */
async function takeReport(tx: Tx, applicationId: GrantApplicationId) {
  const locked = await tx.$queryRaw<unknown[]>`SELECT 1 FROM grant_application WHERE id = ${applicationId}::uuid FOR UPDATE`
  if (locked.length === 0) return undefined
  const row = await tx.grantReport.findUnique({ where: { applicationId } })
  if (row === null) return null
  const { activity, message, beneficiaries, revision } = row
  return { revision, details: { receivedOn: fromDateColumn(row.receivedOn), spentYen: yenFromColumn(row.spentYen), activity, message, beneficiaries } }
}

function columnsOf({ receivedOn, spentYen, ...details }: GrantReportDetails) {
  return { ...details, receivedOn: toDateColumn(receivedOn), spentYen: BigInt(spentYen) }
}
