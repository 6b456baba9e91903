import { daysBetween } from '@sasaeai/domain/calendar/days-between'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { AppLink } from '../../../app/app-link.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'
import type { CampaignCustody, CustodyOfYear } from './custody-page.tsx'

interface CustodyTableProps {
  readonly custody: CustodyOfYear
  /** As of which moment its figures open; undefined for now. */
  readonly moment: PostingMoment | undefined
  readonly isRefreshing: boolean
}

/** Each drive with its custody. */
export function CustodyTable({ custody: { campaigns, today }, moment, isRefreshing }: CustodyTableProps) {
  const fiscalYear = useFiscalYearInView()
  return (
    <DataTable caption="運動ごとの預り金" columns={columnsOf({ today, moment, yearInView: fiscalYear })} rows={campaigns} rowKey={({ campaignId }) => campaignId} phone="cards"
      isRefreshing={isRefreshing} />
  )
}

interface TableView extends Pick<CustodyTableProps, 'moment'> {
  readonly today: LocalDate
  readonly yearInView: number
}

function columnsOf({ today, moment, yearInView }: TableView): Column<CampaignCustody>[] {
  return [
    { id: 'name', header: '運動', isRowHeader: true, cell: (row) => <DriveLink custody={row} yearInView={yearInView} moment={moment} /> },
    {
      id: 'collected',
      header: '受入額（円）',
      align: 'end',
      cell: ({ campaignId, collectedYen, name }) => <FigureLink amountYen={collectedYen} filter={{ campaignId, postedUntil: moment }} label={`${name} 受入額`} />,
    },
    { id: 'remitted', header: '送金額（円）', align: 'end', isWideOnly: true, cell: ({ remittedYen }) => formatYenDelta(remittedYen) },
    { id: 'direct', header: '直接支払額（円）', align: 'end', isWideOnly: true, cell: ({ paidDirectlyYen }) => formatYenDelta(paidDirectlyYen) },
    {
      id: 'held',
      header: '預り残高（円）',
      align: 'end',
      cell: ({ campaignId, custodyAccountId: accountId, heldYen, name }) => (
        <strong>
          <FigureLink amountYen={heldYen} filter={{ campaignId, accountId, postedUntil: moment }} label={`${name} 預り残高`} />
        </strong>
      ),
    },
    { id: 'days', header: '預かっている日数', help: daysHelp, cell: ({ heldSince }) => heldDays(heldSince, today) },
    { id: 'deadline', header: '送金の期限', help: deadlineHelp, cell: ({ deadline }) => <span className="figures">{formatLocalDateShort(deadline)}</span> },
    { id: 'state', header: '状態', cell: (row) => <CustodyChip custody={row} today={today} /> },
  ]
}

function DriveLink({ custody: { campaignId, name, fiscalYear, drive, book }, yearInView, moment }: Pick<TableView, 'moment' | 'yearInView'> & { readonly custody: CampaignCustody }) {
  return (
    <>
      <AppLink to="/chest/custody/$campaignId" params={{ campaignId }} search={{ postedUntil: moment }}>
        {fiscalYear === yearInView ? name : `${name}（${formatFiscalYear(fiscalYear)}）`}
      </AppLink>
      {book === 'branch' && <span className="block text-[0.8125rem] text-ink-sub">支会の帳簿</span>}
      {drive === 'other' && <span className="block text-[0.8125rem] text-ink-sub">ほかの団体の運動（合計に含めません）</span>}
    </>
  )
}

/** How long the oldest money has been held, or a dash. */
export function heldDays(heldSince: LocalDate | null, today: LocalDate): string {
  return heldSince === null ? '—' : `${groupDigits(Math.max(0, daysBetween(heldSince, today)))}日`
}

/** Where a drive's custody stands. */
export function CustodyChip({ custody: { heldYen, closedOn, collectedYen, deadline }, today }: { custody: CampaignCustody; today: LocalDate }) {
  if (closedOn !== null) return <StatusChip tone="success">締め済み</StatusChip>
  if (heldYen < 0) return <StatusChip tone="error">払いすぎ</StatusChip>
  if (heldYen > 0) return deadline < today ? <StatusChip tone="warning">期限を過ぎた残高</StatusChip> : <StatusChip tone="accent">預かり中</StatusChip>
  return collectedYen === 0 ? <StatusChip>受入れなし</StatusChip> : <StatusChip tone="success">残高0円</StatusChip>
}

const daysHelp = (
  <HelpTip term="預かっている日数">
    先に受け入れたお金から先に渡したものとして、まだ渡していないお金のうち、いちばん古い受入日から今日までの日数です。
  </HelpTip>
)

const deadlineHelp = (
  <HelpTip term="送金の期限">
    運動の終了日から1か月です。募金の結果は終了から1か月以内に公表するため、それまでに預り金を0円にします。共同募金会から示された期日がこれより早いときは、そちらに従ってください。
  </HelpTip>
)
