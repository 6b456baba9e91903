import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type FundYear, fundYears } from '@sasaeai/domain/donation/fund/fund-standing'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { AppLink } from '../../../app/app-link.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'
import type { FundRow } from './fund-standings-page.tsx'

/** Every year of a fund, the newest first. */
export function FundYears({ fund, postedUntil }: MomentSearch & { readonly fund: FundRow }) {
  const { fundId } = fund
  const columns: Column<FundYear>[] = [
    { id: 'year', header: '年度', isRowHeader: true, cell: ({ fiscalYear }) => <AppLink to="/funds/$fundId" params={{ fundId }} search={{ fiscalYear, postedUntil }}>{formatFiscalYear(fiscalYear)}</AppLink> },
    { id: 'carried', header: '繰越（円）', align: 'end', cell: ({ carriedYen }) => formatYenDelta(carriedYen) },
    { id: 'received', header: '受入額（円）', align: 'end', cell: ({ fiscalYear, receivedYen }) => <FigureLink amountYen={receivedYen} filter={{ fiscalYear, fundId, postedUntil }} label={`${formatFiscalYear(fiscalYear)} 受入額`} /> },
    { id: 'transferred', header: '振替（円）', align: 'end', cell: ({ transferredYen }) => formatYenDelta(transferredYen) },
    { id: 'used', header: '使用額（円）', align: 'end', cell: ({ usedYen }) => formatYenDelta(usedYen) },
    { id: 'balance', header: '年度末の残高（円）', align: 'end', cell: ({ balanceYen }) => formatYenDelta(balanceYen) },
  ]
  return (
    <section id="years" aria-labelledby="years-heading">
      <h2 id="years-heading" className="mb-1 text-[1.125rem] font-bold">年度ごとの収支</h2>
      <DataTable caption="年度ごとの収支" columns={columns} rows={fundYears(fund.movements).toReversed()} rowKey={({ fiscalYear }) => String(fiscalYear)} phone="cards"
        empty={<EmptyState title="まだお金の動きがありません" icon="yen" />} />
    </section>
  )
}
