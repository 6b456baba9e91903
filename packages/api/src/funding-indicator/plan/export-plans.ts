import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { planKindNames } from '@sasaeai/domain/funding-indicator/plan/plan-kind'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { districtPlanSheets } from './export-district-plans.ts'
import { listDistrictPlans } from './list-district-plans.ts'
import { listPlans } from './list-plans.ts'

/** 計画の一覧 with the plans of the 校区, each in a table of its own. */
export async function exportPlans(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const [plans, districts] = await Promise.all([listPlans(deps.db), listDistrictPlans(deps)])
  return tableFile(`計画_${localDateInTokyo(deps.now())}`, [
    {
      name: '計画の一覧',
      columns: [
        { heading: 'コード' }, { heading: '計画' }, { heading: '種類' }, { heading: '初年度' }, { heading: '最終年度' }, { heading: '指標（件）', kind: 'count' }, { heading: '点検・評価' },
        { heading: '基本方針' }, { heading: '使用終了日' },
      ],
      rows: plans.map((plan) => [
        plan.code, plan.name, planKindNames[plan.kind], formatFiscalYear(plan.firstYear), formatFiscalYear(plan.lastYear), plan.indicatorCount,
        plan.reviewedYears.map(formatFiscalYear).join('、'), plan.policy, plan.closedOn === null ? '' : formatLocalDate(plan.closedOn),
      ]),
    },
    ...districtPlanSheets(districts),
  ], format)
}
