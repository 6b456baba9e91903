import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CompositionCell } from '@sasaeai/domain/funding-indicator/income/income-composition'
import type { IncomeAmount } from '@sasaeai/domain/funding-indicator/income/income-years'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { Dialog } from '@sasaeai/ui/dialog'
import { LinkButton } from '@sasaeai/ui/link-button'
import type { ReactNode } from 'react'
import { FigureLink } from '../figure-link.tsx'

interface IncomeBreakdownDialogProps {
  readonly name: string
  readonly cell: CompositionCell
  readonly onClose: () => void
}

interface Part {
  readonly what: string
  readonly amount: ReactNode
  /** Where the amount is from. */
  readonly from: string
}

const columns: readonly Column<Part>[] = [
  { id: 'what', header: '内訳', isRowHeader: true, cell: ({ what }) => what },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amount }) => amount },
  { id: 'from', header: '出典・時点', cell: ({ from }) => from },
]

/** What an amount is made of: the ledger's part opens its entries, what was told names its 出典 and 時点. */
export function IncomeBreakdownDialog({ name, cell: { fiscalYear, detail }, onClose }: IncomeBreakdownDialogProps) {
  const title = `${formatFiscalYear(fiscalYear)}　${name}`
  return (
    <Dialog isOpen title={title} onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>閉じる</Button>
          <LinkButton href={`/admin/income/${fiscalYear}`}>この年度の年額と履歴を開く</LinkButton>
        </>
      }>
      <DataTable caption={`${title}の内訳`} columns={columns} rows={detail === null ? [] : partsOf(detail)} rowKey={({ what }) => what} phone="cards" />
    </Dialog>
  )
}

function partsOf({ parts, isEntered, enteredYen, settledYen, source, asOf, budgetYen, budgetSource, budgetAsOf }: IncomeAmount): Part[] {
  return [
    ...parts.map((part) => ({ what: `帳簿：${part.name}`, amount: <FigureLink amountYen={part.amountYen} filter={part.filter} label={part.name} />, from: '仕訳・明細' })),
    ...(isEntered ? [{ what: '帳簿のほか', amount: formatYenDelta(enteredYen), from: saidOf(source, asOf) }] : []),
    ...(isEntered || parts.length > 0 ? [{ what: '決算の計', amount: <strong>{formatYenDelta(settledYen)}</strong>, from: '' }] : []),
    ...(budgetYen === null ? [] : [{ what: '予算', amount: formatYenDelta(budgetYen), from: saidOf(budgetSource, budgetAsOf) }]),
  ]
}

function saidOf(source: string, asOf: LocalDate | null): string {
  const day = asOf === null ? '' : `${formatLocalDate(asOf)}現在`
  return [source, day].filter((word) => word !== '').join('、') || '（出典の記入なし）'
}
