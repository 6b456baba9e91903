import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { GiftSum } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Chart } from '@sasaeai/ui/chart'
import { useMemo } from 'react'
import { monthChartOption } from '../month-chart.tsx'
import { GiftSumTable } from './gift-sum-table.tsx'

interface GiftMonthChartProps {
  readonly cut: FundingCut
  readonly months: readonly GiftSum[]
  readonly total: GiftSum
  readonly isRefreshing: boolean
}

/** 月別: this year's bars before last year's line, and the same as a table whose amounts open their entries. */
export function GiftMonthChart({ cut, months, total, isRefreshing }: GiftMonthChartProps) {
  const option = useMemo(() => monthChartOption(cut, months.map(({ name, amountYen, lastYen }) => ({ label: name, nowYen: amountYen, lastYen }))), [cut, months])
  return (
    <Chart
      title="寄附の月別の受入額"
      summary={`${formatFiscalYear(cut.fiscalYear)}は合計${formatYenDelta(total.amountYen)}円、前年同日比${formatYearOnYear(total.amountYen, total.lastYen)}です。`}
      option={option}
      heightRem={17}
      paperHeightRem={9}
      table={<GiftSumTable caption="寄附の月別の受入額" first="月" sums={months} total={total} cut={cut} isRefreshing={isRefreshing} />}
    />
  )
}
