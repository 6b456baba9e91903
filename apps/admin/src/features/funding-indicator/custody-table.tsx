import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { CampaignCustody } from '@sasaeai/domain/funding-indicator/campaign-custody'
import { figureFilter } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { CustodyHelp } from './funding-help.tsx'
import { FigureLink } from './figure-link.tsx'

/** 預り金: by drive, what came in, what was passed on and what is still held. Never summed over bodies. */
export function CustodyTable({ dashboard: { campaigns, cut } }: { dashboard: FundingDashboard }) {
  if (campaigns.length === 0) return null
  return (
    <section className="min-w-0">
      <h2 className="mb-1 flex items-center gap-1 text-[1.125rem] font-bold print:text-[0.875rem]">
        預り金の残高
        <CustodyHelp />
      </h2>
      <DataTable
        caption="預り金の残高"
        columns={columnsOf(cut)}
        rows={campaigns}
        rowKey={(row) => row.campaignId}
        phone="cards"
      />
    </section>
  )
}

function columnsOf(cut: FundingCut): Column<CampaignCustody>[] {
  return [
    {
      id: 'name',
      header: '運動',
      isRowHeader: true,
      cell: (row) => <DriveName campaign={row} yearInView={cut.fiscalYear} />,
    },
    {
      id: 'brought',
      header: '繰越（円）',
      align: 'end',
      isWideOnly: true,
      cell: (row) => formatYenDelta(row.broughtForwardYen),
    },
    {
      id: 'collected',
      header: '受入れ（円）',
      align: 'end',
      cell: ({ campaignId, collectedYen, name }) => (
        <FigureLink
          amountYen={collectedYen}
          filter={figureFilter(cut, 'this', { campaignId })}
          label={`${name} 受入れ`}
        />
      ),
    },
    { id: 'passedOn', header: '送金・配分（円）', align: 'end', cell: (row) => formatYenDelta(row.passedOnYen) },
    {
      id: 'held',
      header: '預り残高（円）',
      align: 'end',
      cell: (row) => <strong>{formatYenDelta(row.heldYen)}</strong>,
    },
  ]
}

function DriveName({ campaign, yearInView }: { campaign: CampaignCustody; yearInView: number }) {
  const { name, drive, fiscalYear: year } = campaign
  return (
    <>
      <span className="whitespace-nowrap">{name}</span>
      {year !== yearInView && <span>（{formatFiscalYear(fiscalYear(year))}）</span>}
      {drive === 'other' && (
        <span className="block text-[0.8125rem] text-ink-sub print:text-[0.5rem]">
          ほかの団体の運動（合計に含めません）
        </span>
      )}
    </>
  )
}
