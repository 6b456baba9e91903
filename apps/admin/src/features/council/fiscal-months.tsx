import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { type LocalDate, localDateInTokyo, partsOf } from '@sasaeai/domain/calendar/local-date'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useState } from 'react'
import { useMayDo } from '../../app/use-may-do.ts'
import { ClosePeriodDialog } from './close-period-dialog.tsx'
import { ReopenPeriodDialog } from './reopen-period-dialog.tsx'

export interface FiscalMonthLine {
  readonly firstDay: LocalDate
  readonly closedAt: string | null
  readonly closedByName: string | null
  readonly openBatches: number
}

/** The twelve months of a fiscal year, each open or closed. */
export function FiscalMonths({ year, months }: { year: FiscalYear; months: readonly FiscalMonthLine[] }) {
  const mayClose = useMayDo('period.close')
  const [closing, setClosing] = useState<FiscalMonthLine>()
  const [reopening, setReopening] = useState<FiscalMonthLine>()
  const act = (month: FiscalMonthLine) =>
    month.closedAt === null ? (
      <Button size="small" aria-label={`${monthName(month)}を締める`} onClick={() => setClosing(month)}>
        締める
      </Button>
    ) : (
      <Button size="small" variant="quiet" aria-label={`${monthName(month)}の締めを解除する`} onClick={() => setReopening(month)}>
        締めを解除
      </Button>
    )
  return (
    <section className="mb-10" aria-labelledby={`year-${year}`}>
      <h2 id={`year-${year}`} className="mb-2 text-[1.25rem] font-bold">
        {formatFiscalYear(year)}
      </h2>
      <DataTable
        caption={`${formatFiscalYear(year)}の月`}
        phone="cards"
        columns={[
          { id: 'month', header: '月', isRowHeader: true, cell: monthName },
          { id: 'state', header: '状態', cell: stateOf },
          { id: 'closed', header: '締めた日・人', cell: closingOf },
          { id: 'batches', header: '未記帳の受付', align: 'end', cell: (month) => `${month.openBatches}件` },
          ...(mayClose ? [{ id: 'act', header: '操作', cell: act }] : []),
        ]}
        rows={months}
        rowKey={(month) => month.firstDay}
      />
      {closing !== undefined && <ClosePeriodDialog month={closing} onClose={() => setClosing(undefined)} />}
      {reopening !== undefined && <ReopenPeriodDialog month={reopening} onClose={() => setReopening(undefined)} />}
    </section>
  )
}

/** 「2026年4月」 */
export function monthName({ firstDay }: { readonly firstDay: LocalDate }): string {
  const { year, month } = partsOf(firstDay)
  return `${year}年${month}月`
}

function stateOf({ closedAt }: FiscalMonthLine) {
  return closedAt === null ? '記帳できます' : <StatusChip tone="accent">締め済み</StatusChip>
}

function closingOf({ closedAt, closedByName }: FiscalMonthLine): string {
  return closedAt === null ? '' : `${formatLocalDate(localDateInTokyo(new Date(closedAt)))} ${closedByName ?? ''}`
}
