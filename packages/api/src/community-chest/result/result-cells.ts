import { changeYen, type CampaignResult, type MethodRow, type ResultFigures, totalOfResult } from '@sasaeai/domain/community-chest/result/campaign-result'
import { countText } from '@sasaeai/domain/community-chest/result/count-text'
import { nationalShare } from '@sasaeai/domain/community-chest/result/national-shares'
import { printedRate } from '@sasaeai/domain/community-chest/result/printed-rate'
import { type AreaFigures, type AreaRow, yenPerHousehold } from '@sasaeai/domain/community-chest/result/result-areas'
import type { Yen } from '@sasaeai/domain/money/yen'

/**
 * The cells of a line as papers and workbooks write them: amounts and counts are numbers, of which each writes its own
 * kind; null is what cannot be told. Behind the name of the line.
 */
export type ResultCell = string | number | null

/** 件数 · 目標額 · 実績額 · 達成率 · 前年 · 前年比 · 増減 · 構成比 · 全国 */
export function methodCells(result: CampaignResult, row: MethodRow): ResultCell[] {
  return [countText(row.count, row.countMeaning), ...amountCells(result, row), shareOf(result, row), nationalShare(row.nationalCategory)]
}

export function methodTotalCells(result: CampaignResult): ResultCell[] {
  const total = totalOfResult(result)
  const count = total.count === null ? '—' : countText(total.count.number, total.count.meaning)
  return [count, ...amountCells(result, total), shareOf(result, total), '']
}

/** 目標額 · 実績額 · 達成率 · 前年 · 前年比 · 増減 */
export function amountCells({ rules }: CampaignResult, row: ResultFigures): ResultCell[] {
  const { goalYen, collectedYen, lastYen } = row
  return [
    goalYen === 0 ? null : goalYen,
    collectedYen,
    printedRate(collectedYen, goalYen, rules),
    lastYen,
    printedRate(collectedYen, lastYen, rules),
    changeYen(row),
  ]
}

/** 実績額 of each year, the oldest first · 前年比 */
export function yearCells({ rules }: CampaignResult, { byYear, collectedYen, lastYen }: ResultFigures): ResultCell[] {
  return [...byYear.toReversed(), printedRate(collectedYen, lastYen, rules)]
}

/** 世帯数 · 1世帯当たり · 戸別比率 */
export function householdCells({ rules }: CampaignResult, row: AreaFigures & Pick<AreaRow, 'households'>): ResultCell[] {
  return [row.households, yenPerHousehold(row), printedRate(row.householdYen, row.collectedYen, rules)]
}

/** 年度の目標額 · 実績額 · 達成率 · 前年比, of each year shown, the oldest first. */
export function cellsByYear(result: CampaignResult): { readonly year: CampaignResult['years'][number]; readonly cells: ResultCell[] }[] {
  const { byYear } = totalOfResult(result)
  return result.years
    .slice(0, result.shownYears)
    .map((year, place) => {
      const [collected, before]: (Yen | undefined)[] = [byYear[place], byYear[place + 1]]
      const rates = [printedRate(collected, year.goalYen, result.rules), printedRate(collected, before, result.rules)]
      return { year, cells: [year.goalYen, collected ?? null, ...rates] }
    })
    .toReversed()
}

function shareOf(result: CampaignResult, { collectedYen }: ResultFigures): string {
  return printedRate(collectedYen, totalOfResult(result).collectedYen, result.rules)
}
