import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import { Icon } from '@sasaeai/ui/icon'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useState } from 'react'
import { useMayDo } from '../../app/use-may-do.ts'
import { ClosePeriodDialog } from './close-period-dialog.tsx'
import { type FiscalMonthLine, monthName } from './fiscal-month-line.ts'
import { ReopenPeriodDialog } from './reopen-period-dialog.tsx'

interface FiscalMonthsProps {
  readonly year: FiscalYear
  readonly months: readonly FiscalMonthLine[]
  /** Unfolded to begin with. */
  readonly isOpen: boolean
}

/** The twelve months of a fiscal year, each open or closed, under a heading that unfolds them. */
export function FiscalMonths({ year, months, isOpen }: FiscalMonthsProps) {
  const mayClose = useMayDo('period.close')
  const [closing, setClosing] = useState<FiscalMonthLine>()
  const [reopening, setReopening] = useState<FiscalMonthLine>()
  const act = (month: FiscalMonthLine) =>
    month.closedAt === null ? (
      <Button size="small" className="sm:-my-1.5" aria-label={`${monthName(month)}を締める`} onClick={() => setClosing(month)}>
        締める
      </Button>
    ) : (
      <Button size="small" variant="quiet" className="-ml-3 sm:-my-1.5" aria-label={`${monthName(month)}の締めを解除する`} onClick={() => setReopening(month)}>
        締めを解除
      </Button>
    )
  return (
    <details open={isOpen} className="group/year border-t border-line py-3">
      <summary className="flex min-h-(--control) cursor-pointer list-none flex-wrap items-center gap-x-3 [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-right" className="text-accent transition-transform duration-100 group-open/year:rotate-90" />
        <h2 className="text-[1.25rem] font-bold">{formatFiscalYear(year)}</h2>
        <span className="text-[0.9375rem] text-ink-sub">{closingWords(months)}</span>
      </summary>
      <DataTable
        caption={`${formatFiscalYear(year)}の月`}
        phone="cards"
        columns={[
          { id: 'month', header: '月', isRowHeader: true, cell: monthName },
          { id: 'state', header: '状態', cell: stateOf },
          { id: 'closed', header: '締めた日・人', cell: closingOf },
          { id: 'batches', header: '未記帳の受付', align: 'end', cell: (month) => `${month.openBatches}件` },
          ...(mayClose ? [{ id: 'act', header: '操作', isActs: true, cell: act }] : []),
        ]}
        rows={months}
        rowKey={(month) => month.firstDay}
      />
      {closing !== undefined && <ClosePeriodDialog month={closing} onClose={() => setClosing(undefined)} />}
      {reopening !== undefined && <ReopenPeriodDialog month={reopening} onClose={() => setReopening(undefined)} />}
    </details>
  )
}

function closingWords(months: readonly FiscalMonthLine[]): string {
  const closed = months.filter(({ closedAt }) => closedAt !== null).length
  if (closed === 0) return '締めた月はまだありません'
  return closed === months.length ? 'すべての月が締め済み' : `${months.length}か月のうち${closed}か月が締め済み`
}

function stateOf({ closedAt }: FiscalMonthLine) {
  return closedAt === null ? '記帳できます' : <StatusChip tone="accent">締め済み</StatusChip>
}

function closingOf({ closedAt, closedByName }: FiscalMonthLine): string {
  return closedAt === null ? '' : `${formatLocalDate(localDateInTokyo(new Date(closedAt)))} ${closedByName ?? ''}`
}
