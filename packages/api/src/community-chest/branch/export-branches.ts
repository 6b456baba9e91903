import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { BranchListInput } from '@sasaeai/domain/community-chest/branch/branch-officer-input'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { sumYen, yen } from '@sasaeai/domain/money/yen'
import type { Actor, Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { recordExport } from '../../user/record-export.ts'
import { branchSheet } from './branch-queries.ts'

/** 校区分会 and their officers as an Excel workbook. Who takes names out of the program leaves a trace. */
export async function exportBranches(deps: Deps, actor: Actor, { format, ...input }: AsFile<BranchListInput>): Promise<ExportOutcome> {
  const { branches, campaign } = await branchSheet(deps, input, await readReportMoment(deps, input.postedUntil))
  const officers = branches.flatMap(({ code, name: area, officers: own }) => own.map(({ role, name, kana, phone, note }) => [code, area, role, name, kana, phone, note]))
  const name = `校区分会_${formatFiscalYear(input.fiscalYear)}`
  const written = await tableFile(name, [
    {
      name: '校区分会',
      columns: [
        { heading: 'コード' }, { heading: '校区' }, { heading: '世帯数', kind: 'count' }, { heading: `${campaign?.name ?? ''}目標額（円）`, kind: 'yen' }, { heading: '実績額（円）', kind: 'yen' },
        { heading: 'うち目標額のある方法（円）', kind: 'yen' },
        { heading: '前年度（円）', kind: 'yen' }, { heading: '届いた束', kind: 'count' }, { heading: '資材（渡した）', kind: 'count' }, { heading: '資材（戻った）', kind: 'count' },
      ],
      rows: branches.map((each) => [each.code, each.name, each.households, each.goalYen, each.collectedYen, each.towardsGoalYen, each.lastYearYen, each.batches, each.issued, each.returned]),
      total: [
        '', '合計', null, sumYen(branches.map(({ goalYen }) => goalYen ?? yen(0))), sumYen(branches.map(({ collectedYen }) => collectedYen)),
        sumYen(branches.map(({ towardsGoalYen }) => towardsGoalYen)),
        sumYen(branches.map(({ lastYearYen }) => lastYearYen)), null, null, null,
      ],
    },
    {
      name: '役員',
      columns: [{ heading: 'コード' }, { heading: '校区' }, { heading: '役職' }, { heading: '氏名' }, { heading: 'フリガナ' }, { heading: '電話番号' }, { heading: '備考' }],
      rows: officers,
    },
    ...momentSheets(input.postedUntil),
  ], format)
  if (written.ok) await recordExport(deps, actor, { action: 'branch_officer.export', subjectKind: 'branch_officer', subjectId: String(input.fiscalYear), after: { title: name, rows: officers.length } })
  return written
}
