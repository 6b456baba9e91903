import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type PostingMoment, postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { AppLinkButton } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { CustodyFigures } from './custody-figures.tsx'
import { CustodyTable } from './drive-custody-table.tsx'

export type CustodyOfYear = RouterOutput['communityChest']['remittance']['custody']
export type CampaignCustody = CustodyOfYear['campaigns'][number]

/** 預り金と送金: of each drive what came in, what was handed over, and what is still held since when. */
export function CustodyPage() {
  const { postedUntil } = useSearch({ from: '/staff/chest/custody' })
  const navigate = useNavigate({ from: '/chest/custody' })
  const fiscalYear = useFiscalYearInView()
  const asked = { fiscalYear, postedUntil }
  const custody = useQuery({ ...trpc.communityChest.remittance.custody.queryOptions(asked), placeholderData: keepPreviousData })
  const write = useMutation(trpc.communityChest.remittance.exportCustody.mutationOptions())
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader
          title={`${formatFiscalYear(fiscalYear)}の預り金と送金`}
          description={postedUntil === undefined ? intro : `${postedUntilWords(postedUntil)}です。運動の終了日と締めも、その時点の登録によります。`}
          actions={
            <>
              <ExportChoice subject="預り金と送金" write={(format) => write.mutateAsync({ ...asked, format })} />
              <Button icon="printer" onClick={() => window.print()}>印刷</Button>
            </>
          }
        />
      </div>
      {custody.isError && custody.data === undefined && <PageError reset={() => void custody.refetch()} />}
      {custody.isPending && <LoadingSkeleton lines={8} />}
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: { postedUntil: moment }, resetScroll: false })} />
      {custody.data !== undefined && <Custody custody={custody.data} moment={postedUntil} isRefreshing={custody.isPlaceholderData} />}
    </div>
  )
}

const intro = '共同募金・歳末たすけあいのお金は、共同募金会へ送金するまで預かっているものです。運動ごとに残高を0円にしてから、運動を締めます。'

interface CustodyProps {
  readonly custody: CustodyOfYear
  /** Undefined for now. */
  readonly moment: PostingMoment | undefined
  readonly isRefreshing: boolean
}

function Custody({ custody, moment, isRefreshing }: CustodyProps) {
  const { campaigns, today } = custody
  if (campaigns.length === 0) {
    return (
      <EmptyState title="この年度の運動はまだありません" icon="yen">
        運動を作り、受付で募金を記帳すると、ここに預り金が出ます。
        <AppLinkButton to="/chest">運動の一覧を開く</AppLinkButton>
      </EmptyState>
    )
  }
  const late = campaigns.filter(({ heldYen, deadline }) => heldYen > 0 && deadline < today)
  return (
    <>
      {late.length > 0 && (
        <NoticeBanner tone="warning" title="運動の終了から1か月を過ぎても、預り金が残っています">
          {late.map(({ name, fiscalYear }) => `${formatFiscalYear(fiscalYear)} ${name}`).join('、')}
        </NoticeBanner>
      )}
      <CustodyFigures campaigns={campaigns} />
      <CustodyTable {...{ custody, moment, isRefreshing }} />
    </>
  )
}
