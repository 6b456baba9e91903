import type { WorkbookColumn, WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { countDistrictsByState } from '@sasaeai/domain/funding-indicator/plan/district-plan-counts'
import type { DistrictPlansInput } from '@sasaeai/domain/funding-indicator/plan/district-plan-details'
import { districtPlanStateNames, districtPlanStates } from '@sasaeai/domain/funding-indicator/plan/district-plan-state'
import { sumYen, yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { type DistrictPlanRow, listDistrictPlans } from './list-district-plans.ts'

/** 校区福祉活動計画 of every 校区 with the money behind it, and how many 校区 stand where. */
export async function exportDistrictPlans(deps: Deps, { postedUntil, format }: AsFile<DistrictPlansInput>): Promise<ExportOutcome> {
  const at = await readReportMoment(deps, postedUntil)
  const sheets = [...districtPlanSheets(await listDistrictPlans(deps, at)), ...momentSheets(postedUntil)]
  return tableFile(`校区福祉活動計画_${localDateInTokyo(at.moment ?? deps.now())}`, sheets, format)
}

export function districtPlanSheets({ districts, funds }: Awaited<ReturnType<typeof listDistrictPlans>>): WorkbookSheet[] {
  const fundNames = new Map(funds.map(({ fundId, name }) => [fundId, name]))
  const noPlan = ['', districtPlanStateNames.none, '', '', '', '', '', 0, null, '']
  const rows = districts.flatMap(({ code, name, plans }) =>
    (plans.length === 0 ? [null] : plans).map((plan): (string | number | null)[] => [code, name, ...(plan === null ? noPlan : cellsOf(plan, fundNames))]))
  const counts = countDistrictsByState(districts)
  return [
    { name: '校区福祉活動計画', columns, rows },
    {
      name: '状況別',
      columns: [{ heading: '策定の状況' }, { heading: '校区の数', kind: 'count' }],
      rows: districtPlanStates.map((state) => [districtPlanStateNames[state], counts[state]]),
      total: ['合計', districts.length],
    },
  ]
}

const columns: WorkbookColumn[] = [
  { heading: 'コード' }, { heading: '校区' }, { heading: '計画の名称' }, { heading: '策定の状況' }, { heading: '初年度' }, { heading: '最終年度' }, { heading: '概要' },
  { heading: '使途・基金' }, { heading: '助成' }, { heading: '助成（件）', kind: 'count' }, { heading: '助成の決定額（円）', kind: 'yen' }, { heading: '備考' },
]

function cellsOf(plan: DistrictPlanRow, fundNames: ReadonlyMap<string, string>): (string | number | null)[] {
  const { name, planState, firstYear, lastYear, summary, fundIds, grants, note } = plan
  return [
    name, districtPlanStateNames[planState], firstYear === null ? '' : formatFiscalYear(firstYear), lastYear === null ? '' : formatFiscalYear(lastYear), summary,
    fundIds.map((fundId) => fundNames.get(fundId) ?? '').join('、'), grants.map(({ callName, projectName }) => `${callName} ${projectName}`).join('、'), grants.length,
    grants.length === 0 ? null : sumYen(grants.map(({ awardedYen }) => awardedYen ?? yen(0))), note,
  ]
}
