import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { FundingTargetsInput } from '@sasaeai/domain/ledger/funding-target-input'
import { targetLines } from '@sasaeai/domain/ledger/target-lines'
import { sumYen } from '@sasaeai/domain/money/yen'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'
import { type ExportOutcome, tableFile } from '../document/table-file.ts'
import { listFundingSources } from './funding-source-table.ts'
import { listFundingTargets } from './list-funding-targets.ts'

/** 目標額 of a year by source, over all or of one area, with their sum. */
export async function exportFundingTargets(deps: Deps, { fiscalYear, areaId, format }: AsFile<FundingTargetsInput>): Promise<ExportOutcome<'row_gone'>> {
  const { db } = deps
  const scope = areaId === null ? { name: '社協全体' } : await db.prisma.area.findUnique({ where: { id: areaId }, select: { name: true } })
  if (scope === null) return fail('row_gone')
  const lines = targetLines(await listFundingSources(db), await listFundingTargets(deps, fiscalYear), areaId)
  const sheet = {
    name: '目標額',
    columns: [{ heading: 'コード' }, { heading: '財源' }, { heading: '目標額（円）', kind: 'yen' as const }, { heading: '備考' }],
    rows: lines.map(({ code, name, targetYen, isOfCampaigns }) => [code, name, targetYen, isOfCampaigns ? '運動の目標額の合計' : '']),
    total: ['', '合計', sumYen(lines.flatMap(({ targetYen }) => targetYen ?? [])), ''],
  }
  return tableFile(`目標額_${formatFiscalYear(fiscalYear)}_${scope.name}`, [sheet], format)
}
