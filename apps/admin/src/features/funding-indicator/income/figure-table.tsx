import type { IncomeSheet, IncomeSheetFigure } from '@sasaeai/domain/funding-indicator/income/income-sheet'
import { cellKey, readAmountInCell } from '@sasaeai/domain/funding-indicator/income/typed-income'
import { yearFigureNames } from '@sasaeai/domain/funding-indicator/income/year-figure'
import { addYen, formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { useState } from 'react'
import { useMayDo } from '../../../app/use-may-do.ts'
import { FigureLink } from '../figure-link.tsx'
import { FigureAccountsDialog } from './figure-accounts-dialog.tsx'
import { IncomeCellInput } from './income-cell.tsx'
import type { HistoryOf } from './income-history-dialog.tsx'
import type { IncomeDraft } from './use-income-draft.ts'

interface FigureTableProps {
  readonly sheet: IncomeSheet
  readonly draft: IncomeDraft
  readonly mayWrite: boolean
  readonly onHistory: (of: HistoryOf) => void
}

const headStyle = 'border-b border-solid-gray-420 px-2 py-2 align-bottom text-[0.8125rem] text-ink-sub'
const figureStyle = 'figures border-b border-line-faint px-2 py-2 text-right align-top whitespace-nowrap'

/** 基礎数値: entered, or summed from chosen accounts, or both. */
export function FigureTable({ sheet, draft, mayWrite, onHistory }: FigureTableProps) {
  const mayManage = useMayDo('indicator.manage')
  const [choosing, setChoosing] = useState<IncomeSheetFigure | null>(null)
  return (
    <div className="overflow-x-auto print:overflow-visible" role="region" aria-label="基礎数値の表（横に動かせます）" tabIndex={0}>
      <table className="w-full border-separate border-spacing-0 text-(length:--text-cell) print:text-[0.625rem]">
        <caption className="sr-only">基礎数値（円）</caption>
        <thead>
          <tr>
            <th scope="col" className={`${headStyle} text-left`}>基礎数値</th>
            <th scope="col" className={`${headStyle} text-right`}>選んだ科目の額（円）</th>
            <th scope="col" className={`${headStyle} pr-10 text-right print:pr-2`}>入力する額（円）</th>
            <th scope="col" className={`${headStyle} text-right`}>計（円）</th>
          </tr>
        </thead>
        <tbody>
          {sheet.figures.map((each, row) => {
            const { figure, ledgerYen, told } = each
            const name = yearFigureNames[figure]
            const read = readAmountInCell(draft.textOf(cellKey('figure', figure)), { allowNegative: false })
            const entered = read.ok ? read.amountYen : null
            return (
              <tr key={figure}>
                <th scope="row" className="min-w-40 border-b border-line-faint px-2 py-2 text-left align-top font-normal">{name}</th>
                <td className={figureStyle}>
                  <LedgerOfFigure figure={each} sheet={sheet} />
                  {mayManage && <Button size="small" variant="quiet" className="print-hidden" aria-label={`${name}に数える科目を選ぶ`} onClick={() => setChoosing(each)}>科目を選ぶ</Button>}
                </td>
                <IncomeCellInput cellKey={cellKey('figure', figure)} label={`${name}の入力する額`} row={row} column={0} draft={draft} mayWrite={mayWrite} allowNegative={false}
                  hasHistory={told !== null} onHistory={() => onHistory({ name, of: { figure }, told })} />
                <td className={`${figureStyle} font-bold`}>{entered === null && ledgerYen === null ? '—' : formatYenDelta(addYen(entered ?? yen(0), ledgerYen ?? yen(0)))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {choosing !== null && <FigureAccountsDialog figure={choosing} onClose={() => setChoosing(null)} />}
    </div>
  )
}

/** One account opens its entries; several are told by their sum. */
function LedgerOfFigure({ figure: { figure, ledgerYen, accountIds }, sheet: { fiscalYear } }: { figure: IncomeSheetFigure; sheet: IncomeSheet }) {
  const [accountId, ...more] = accountIds
  if (ledgerYen === null) return '—'
  if (accountId === undefined || more.length > 0) return formatYenDelta(ledgerYen)
  return <FigureLink amountYen={ledgerYen} filter={{ fiscalYear, accountId }} label={yearFigureNames[figure]} />
}
