import { classList } from '@sasaeai/ui/class-list'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { TextLink } from '@sasaeai/ui/text-link'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import type { ReactNode } from 'react'
import type { MomentSearch } from '../../app/moment-search.ts'
import type { DailyReport } from './intake-wire.ts'

/** The 日計表 on one A4: by kind and method, by batch, and what each account of money must hold of it. */
export function DailyReportSheet({ report, councilName, postedUntil }: MomentSearch & { readonly report: DailyReport; readonly councilName: string }) {
  return (
    <article className="mx-auto max-w-[56rem]">
      <header className="mb-4 flex flex-wrap items-end justify-between gap-4 border-b-2 border-ink pb-2">
        <h2 className="text-[1.5rem] leading-140 font-bold tracking-[0.3em]">日計表</h2>
        <p className="text-right">
          {councilName}
          <br />
          <strong className="text-[1.125rem] figures">{formatLocalDate(report.day)}</strong>
          {postedUntil !== undefined && <span className="block text-[0.875rem]">{postedUntilWords(postedUntil)}</span>}
        </p>
      </header>
      {report.kinds.length === 0 ? (
        <EmptyState title="この日の受入れはありません" />
      ) : (
        <div className="flex flex-col gap-6">
          <ReportTable
            caption="種類と方法"
            heads={['財源', '内訳', '方法', '明細', '件数', '金額（円）']}
            total={report.totalYen}
          >
            {report.kinds.map((row) => (
              <tr key={`${row.sourceName}${row.detailName}${row.methodName}`}>
                <ReportCell>{row.sourceName}</ReportCell>
                <ReportCell>{row.detailName ?? ''}</ReportCell>
                <ReportCell>{row.methodName ?? ''}</ReportCell>
                <ReportCell isRight>{groupDigits(row.slips)}</ReportCell>
                <ReportCell isRight>{groupDigits(row.count)}</ReportCell>
                <ReportCell isRight>{formatYenDelta(yen(row.amountYen))}</ReportCell>
              </tr>
            ))}
          </ReportTable>
          <ReportTable
            caption="受付"
            heads={['受付番号', '地域', '持参者', '記帳', '件数', '金額（円）']}
            total={sumOf(report.batches)}
          >
            {report.batches.map((row) => (
              <tr key={row.batchId}>
                <ReportCell>
                  <TextLink href={`/admin/intake/${row.batchId}`}>{row.intakeNumber}</TextLink>
                </ReportCell>
                <ReportCell>{row.areaName ?? ''}</ReportCell>
                <ReportCell>{row.bearer}</ReportCell>
                <ReportCell>{row.postedByName}</ReportCell>
                <ReportCell isRight>{groupDigits(row.lines)}</ReportCell>
                <ReportCell isRight>{formatYenDelta(yen(row.amountYen))}</ReportCell>
              </tr>
            ))}
          </ReportTable>
          <ReportTable caption="入金先（現金・預金の増減）" heads={['科目', '金額（円）']} total={sumOf(report.cash)}>
            {report.cash.map((row) => (
              <tr key={row.accountId}>
                <ReportCell>
                  {row.accountName}
                  {row.book === 'branch' && '（支会の帳簿）'}
                </ReportCell>
                <ReportCell isRight>{formatYenDelta(yen(row.amountYen))}</ReportCell>
              </tr>
            ))}
          </ReportTable>
        </div>
      )}
    </article>
  )
}

interface ReportTableProps {
  readonly caption: string
  readonly heads: readonly string[]
  readonly total: number
  readonly children: ReactNode
}

const rightHeads = new Set(['明細', '件数', '金額（円）'])

function ReportTable({ caption, heads, total, children }: ReportTableProps) {
  return (
    <div className="overflow-x-auto print:overflow-visible">
      <table className="w-full border-separate border-spacing-0 text-(length:--text-cell)">
        <caption className="pb-1.5 text-left font-bold">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className={classList(
                  'border-y border-line bg-surface-sub px-2 py-1.5 whitespace-nowrap',
                  rightHeads.has(head) ? 'text-right' : 'text-left',
                )}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        <tfoot>
          <tr className="font-bold">
            <td colSpan={heads.length - 1} className="px-2 py-(--cell-y)">
              合計
            </td>
            <td className="px-2 py-(--cell-y) text-right text-[1.125em] figures">{formatYenDelta(yen(total))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function ReportCell({ children, isRight = false }: { children: ReactNode; isRight?: boolean }) {
  return (
    <td className={classList('border-b border-line-faint px-2 py-(--cell-y)', isRight && 'text-right figures')}>
      {children}
    </td>
  )
}

function sumOf(rows: readonly { amountYen: number }[]): number {
  return rows.reduce((sum, row) => sum + row.amountYen, 0)
}
