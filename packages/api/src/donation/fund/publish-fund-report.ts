import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { SeenFundReport, TakeBackFundReportInput } from '@sasaeai/domain/donation/fund/fund-report-input'
import { fundStanding } from '@sasaeai/domain/donation/fund/fund-standing'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { listFundStandings } from './fund-queries.ts'

/** 公表: freezes a report with the year's figures as the books have them now. */
export async function publishFundReport(
  deps: Deps,
  actor: Actor,
  { reportId, revision }: SeenFundReport,
): Promise<Outcome<null, 'row_gone' | 'changed_meanwhile' | 'report_published'>> {
  const funds = await listFundStandings(deps)
  return inTransaction(
    deps.db,
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM fund_report WHERE id = ${reportId}::uuid FOR UPDATE`
      const report = await tx.fundReport.findUnique({ where: { id: reportId } })
      const fund = funds.find(({ fundId }) => fundId === report?.fundId)
      if (report === null || fund === undefined) return fail('row_gone')
      if (report.publishedOn !== null) return fail('report_published')
      if (report.revision !== revision) return fail('changed_meanwhile')
      const asOf = localDateInTokyo(deps.now())
      const { carriedYen, receivedYen, transferredYen, usedYen, balanceYen } = fundStanding(fund.movements, fiscalYear(report.fiscalYear))
      const figures = { carriedYen, receivedYen, transferredYen, usedYen, balanceYen, asOf }
      await tx.fundReport.update({ where: { id: reportId }, data: { publishedOn: toDateColumn(asOf), publishedById: actor.userId, figures } })
      const after = { title: report.title, publishedOn: asOf, usedYen }
      await recordAuditEvent(deps, tx, { actor, action: 'fund_report.publish', subjectKind: 'fund_report', subjectId: reportId, after })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}

/** 取り下げ: what was published is a draft again, for a reason that the audit log keeps. */
export function takeBackFundReport(
  deps: Deps,
  actor: Actor,
  { reportId, reason }: TakeBackFundReportInput,
): Promise<Outcome<null, 'report_not_published'>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const before = await tx.fundReport.findUnique({ where: { id: reportId }, select: { title: true } })
      const changed = await tx.$executeRaw`
        UPDATE fund_report SET published_on = NULL, published_by_id = NULL, figures = NULL WHERE id = ${reportId}::uuid AND published_on IS NOT NULL`
      if (before === null || changed === 0) return fail('report_not_published')
      await recordAuditEvent(deps, tx, { actor, action: 'fund_report.withdraw', subjectKind: 'fund_report', subjectId: reportId, before, reason })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}
