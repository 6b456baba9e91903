import { formatFiscalYear } from '../../calendar/japanese-era.ts'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { formatYearOnYear } from '../../money/ratio.ts'
import { divideRounded } from '../../money/rounding.ts'
import { formatYenDelta, yen } from '../../money/yen.ts'
import type { FundingDashboard } from '../funding-dashboard.ts'
import type { ReportTable } from '../report-table.ts'

/** Less than this share of last year's money to the same day is worth a word. */
const falling = 0.9

/**
 * What a board should look at: sources that lie behind the pace to their target, where the pace is that of last year's
 * money to its end; sources that brought much less than last year to the same day; drives of earlier years still held.
 */
export function packRisks({ sources, campaigns, cut }: FundingDashboard): ReportTable {
  const behind = sources.flatMap(({ name, thisYen, lastYen, lastWholeYen, targetYen }) => {
    if (targetYen === null || targetYen <= 0 || lastWholeYen <= 0) return []
    const due = yen(Number(divideRounded(BigInt(targetYen) * BigInt(Math.max(0, lastYen)), BigInt(lastWholeYen), 'half_up')))
    if (thisYen >= due) return []
    return [[name, '目標に向けた進み方より遅れています', `前年の進み方なら${formatYenDelta(due)}円のところ${formatYenDelta(thisYen)}円`, thisYen - due]]
  })
  const fallen = sources.flatMap(({ name, thisYen, lastYen }) =>
    lastYen > 0 && thisYen < lastYen * falling
      ? [[name, '前年同日を大きく下回っています', `前年比${formatYearOnYear(thisYen, lastYen)}`, thisYen - lastYen]]
      : [],
  )
  const kept = campaigns.flatMap(({ name, fiscalYear: year, heldYen, drive }) =>
    year < cut.fiscalYear && heldYen !== 0 && drive !== 'other' ? [[name, '前の年度の預り金が残っています', formatFiscalYear(fiscalYear(year)), heldYen]] : [],
  )
  return {
    title: boardTitle,
    columns: [{ heading: '財源・運動', kind: 'text' }, { heading: 'こと', kind: 'text' }, { heading: 'くわしく', kind: 'text' }, { heading: '金額（円）', kind: 'yen' }],
    rows: [...behind, ...fallen, ...kept],
    total: null,
  }
}

const boardTitle = '数字から見た注意'
