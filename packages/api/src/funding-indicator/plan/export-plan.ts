import type { WorkbookColumn, WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { indicatorGradeNames } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import { type PlanExportInput, yearsOfPlan } from '@sasaeai/domain/funding-indicator/plan/plan-details'
import { pillarsOf, wayToGoal } from '@sasaeai/domain/funding-indicator/plan/plan-progress'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { type PlanInFull, readPlan } from './read-plan.ts'

/** A plan as one file: its progress year by year, and what committees said. */
export async function exportPlan(
  deps: Deps,
  { planId, postedUntil, format }: PlanExportInput,
): Promise<ExportOutcome<'row_gone'>> {
  const full = await readPlan(deps, { planId, at: await readReportMoment(deps, postedUntil) })
  if (full === null) return fail('row_gone')
  const name = `計画_${full.plan.name}`
  return tableFile(name, [progressSheet(full), reviewSheet(full), ...momentSheets(postedUntil)], format)
}

function progressSheet({ plan, indicators }: PlanInFull): WorkbookSheet {
  const years = yearsOfPlan(plan)
  return {
    name: '進みぐあい',
    columns: [
      { heading: '柱' }, { heading: '成果指標' }, { heading: '単位' },
      ...years.flatMap((year): WorkbookColumn[] => [
        { heading: `${formatFiscalYear(year)}の目標`, kind: 'number' }, { heading: `${formatFiscalYear(year)}の実績`, kind: 'number' }, { heading: `${formatFiscalYear(year)}の時点` },
        { heading: `${formatFiscalYear(year)}の達成率（%）`, kind: 'number' },
      ]),
      { heading: '最終の目標', kind: 'number' }, { heading: '到達度（%）', kind: 'number' },
    ],
    rows: pillarsOf(indicators).flatMap(({ pillar, indicators: ofPillar }) => ofPillar.map((indicator) => {
      const { goal, attainment } = wayToGoal(indicator)
      return [
        pillar, indicator.name, indicator.unit, ...indicator.values.flatMap((year) => [year.target, year.value, year.asOfLabel, year.attainment]), goal?.target ?? null, attainment,
      ]
    })),
  }
}

function reviewSheet({ reviews }: PlanInFull): WorkbookSheet {
  return {
    name: '点検・評価',
    columns: [
      { heading: '年度' }, { heading: '委員会' }, { heading: '開催日', kind: 'date' }, { heading: '出席' }, { heading: '委員会の意見' }, { heading: '成果指標' }, { heading: '評価の区分' },
      { heading: '評価' }, { heading: '次期への課題' },
    ],
    rows: reviews.flatMap((review) => {
      const meeting = [formatFiscalYear(review.fiscalYear), review.committeeName, review.heldOn, review.attendeeNames, review.comment]
      if (review.indicators.length === 0) return [[...meeting, '', '', '', '']]
      return review.indicators.map(({ name, grade, assessment, nextIssue }) => [...meeting, name, grade === null ? '' : indicatorGradeNames[grade], assessment, nextIssue])
    }),
  }
}
