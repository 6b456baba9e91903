import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { FundReportDetails, SaveFundReportInput, SeenFundReport } from '@sasaeai/domain/donation/fund/fund-report-input'
import { type FundReportId, id } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { missingReferenceOf } from '../../council/missing-reference.ts'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type TakingFailure = 'row_gone' | 'changed_meanwhile' | 'report_published'
type SavingOutcome = Outcome<{ reportId: FundReportId }, TakingFailure | 'reference_gone' | 'year_not_open'>

/** Adds a draft of a report, or changes one; what is published is taken back first. */
export async function saveFundReport(deps: Deps, actor: Actor, input: SaveFundReportInput): Promise<SavingOutcome> {
  try {
    return await inTransaction(deps.db, (tx) => saveWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    const missing = missingReferenceOf(error)
    if (missing === null) throw error
    return missing
  }
}

async function saveWithin({ deps, actor, tx }: Desk, { fundId, fiscalYear, change, details }: SaveFundReportInput): Promise<SavingOutcome> {
  const subjectKind = 'fund_report'
  if (change === null) {
    const reportId = id<'FundReportId'>(deps.newId())
    await tx.fundReport.create({ data: { id: reportId, fundId, fiscalYear, ...details } })
    await recordAuditEvent(deps, tx, { actor, action: 'fund_report.create', subjectKind, subjectId: reportId, after: { fiscalYear, ...details } })
    return succeed({ reportId })
  }
  const { reportId } = change
  const taken = await takeDraft(tx, change)
  if (!taken.ok) return taken
  await tx.fundReport.update({ where: { id: reportId }, data: details })
  await recordAuditEvent(deps, tx, { actor, action: 'fund_report.update', subjectKind, subjectId: reportId, ...changedFields(taken.value, details) })
  return succeed({ reportId })
}

/** Deletes a draft; the page offers to write the same again. */
export function removeFundReport(deps: Deps, actor: Actor, seen: SeenFundReport): Promise<Outcome<null, TakingFailure | 'report_has_photo'>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const taken = await takeDraft(tx, seen)
      if (!taken.ok) return taken
      if ((await tx.fundReportPhoto.count({ where: { reportId: seen.reportId } })) > 0) return fail('report_has_photo')
      await tx.fundReport.delete({ where: { id: seen.reportId } })
      await recordAuditEvent(deps, tx, { actor, action: 'fund_report.delete', subjectKind: 'fund_report', subjectId: seen.reportId, before: taken.value })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}

/** The draft locked until the command's end; refused when somebody else has changed or published it since it was opened. */
async function takeDraft(tx: Tx, { reportId, revision }: SeenFundReport): Promise<Outcome<FundReportDetails, TakingFailure>> {
  await tx.$queryRaw`SELECT 1 FROM fund_report WHERE id = ${reportId}::uuid FOR UPDATE`
  const row = await tx.fundReport.findUnique({ where: { id: reportId } })
  if (row === null) return fail('row_gone')
  if (row.publishedOn !== null) return fail('report_published')
  if (row.revision !== revision) return fail('changed_meanwhile')
  const { title, body, message, beneficiaries } = row
  return succeed({ title, body, message, beneficiaries })
}
