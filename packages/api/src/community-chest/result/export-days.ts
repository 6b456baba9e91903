import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { curveOf } from '@sasaeai/domain/community-chest/result/collected-days'
import type { CollectedDaysInput } from '@sasaeai/domain/community-chest/result/campaign-result-input'
import { printedRate } from '@sasaeai/domain/community-chest/result/printed-rate'
import { scopeName } from '@sasaeai/domain/community-chest/result/result-words'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { addYen, negateYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readCollectedDays } from './collected-days-query.ts'

/** 日々の伸び: the days on which anything came in, the newest first, as the page lists them. They name nobody. */
export async function exportDays(deps: Deps, { format, ...input }: AsFile<CollectedDaysInput>): Promise<ExportOutcome> {
  const days = await readCollectedDays(deps, input)
  const { cut, lastCut, goalYen, rules, scope, campaigns } = days
  const points = curveOf(days).filter(({ dayYen }) => dayYen !== 0).toReversed()
  const name = `日々の伸び_${scopeName(scope, campaigns)}_${formatFiscalYear(cut.fiscalYear)}_${cut.until}`
  return tableFile(name, [{
    name: '日ごとの累計',
    columns: [
      { heading: '日', kind: 'date' }, { heading: 'この日（円）', kind: 'yen' }, { heading: `${formatFiscalYear(cut.fiscalYear)}の累計（円）`, kind: 'yen' }, { heading: '達成率' },
      { heading: `${formatFiscalYear(lastCut.fiscalYear)}の累計（円）`, kind: 'yen' }, { heading: '前年との差（円）', kind: 'yen' },
    ],
    rows: points.map(({ day, dayYen, nowYen, lastYen }) => [day, dayYen, nowYen, printedRate(nowYen, goalYen, rules), lastYen, addYen(nowYen, negateYen(lastYen))]),
  }, ...momentSheets(input.postedUntil)], format)
}
