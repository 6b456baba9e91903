import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CampaignsAtMoment } from '@sasaeai/domain/community-chest/campaign/campaign-input'
import { campaignPhaseWords } from '@sasaeai/domain/community-chest/campaign/campaign-phase'
import { driveKindNames } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { goalOfCampaigns } from '@sasaeai/domain/community-chest/goal/goal-of-campaigns'
import { printedRate, type RateRules } from '@sasaeai/domain/community-chest/result/printed-rate'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { campaignOverview, type CampaignStanding } from './campaign-overview.ts'

/** 運動の一覧 of a year; the drives of other bodies stand in a table of their own, as on the page, and are never summed in with ours. */
export async function exportCampaigns(deps: Deps, { fiscalYear, postedUntil, format }: AsFile<CampaignsAtMoment>): Promise<ExportOutcome> {
  const { campaigns, rules, today } = await campaignOverview(deps, fiscalYear, await readReportMoment(deps, postedUntil))
  const [ours, others] = [campaigns.filter(({ drive }) => drive !== 'other'), campaigns.filter(({ drive }) => drive === 'other')]
  const sheets = [
    { ...sheetOf('共同募金の運動', ours, { today, rules }), total: totalOf(ours, rules) },
    ...(others.length === 0 ? [] : [sheetOf('その他の運動', others, { today, rules })]),
    ...momentSheets(postedUntil),
  ]
  return tableFile(`運動の一覧_${formatFiscalYear(fiscalYear)}`, sheets, format)
}

function sheetOf(name: string, campaigns: readonly CampaignStanding[], { today, rules }: { readonly today: LocalDate; readonly rules: RateRules }): WorkbookSheet {
  return {
    name,
    columns: [
      { heading: 'コード' }, { heading: '運動' }, { heading: '種類' }, { heading: '初日', kind: 'date' }, { heading: '最終日', kind: 'date' }, { heading: '状況' },
      { heading: '目標額（円）', kind: 'yen' }, { heading: '実績額（円）', kind: 'yen' }, { heading: '達成率' }, { heading: '前年同日比' }, { heading: '預り残高（円）', kind: 'yen' },
    ],
    rows: campaigns.map((each) => [
      each.code, each.name, driveKindNames[each.drive], each.opensOn, each.closesOn, campaignPhaseWords(each, today), each.measuredGoalYen, each.collectedYen,
      printedRate(each.collectedYen, each.measuredGoalYen, rules), printedRate(each.untilYen, each.lastUntilYen, rules), each.heldYen,
    ]),
  }
}

function totalOf(campaigns: readonly CampaignStanding[], rules: RateRules): (string | number | null)[] {
  const goal = goalOfCampaigns(campaigns.map(({ measuredGoalYen }) => measuredGoalYen))
  const collected = sumYen(campaigns.map(({ collectedYen }) => collectedYen))
  return ['', '合計', '', null, null, '', goal, collected, printedRate(collected, goal, rules), '', sumYen(campaigns.map(({ heldYen }) => heldYen))]
}
