import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { ChestRulesDialog } from '../rules/chest-rules-dialog.tsx'
import { CampaignDialog } from './campaign-dialog.tsx'
import { campaignColumns } from './campaign-table-columns.tsx'
import { CopyCampaignsDialog } from './copy-campaigns-dialog.tsx'

type Overview = RouterOutput['communityChest']['campaign']['overview']

/** 運動の一覧: the drives of a fiscal year, and where each of them stands. */
export function CampaignsPage() {
  const { postedUntil } = useSearch({ from: '/staff/chest' })
  const navigate = useNavigate({ from: '/chest' })
  const year = useFiscalYearInView()
  const overview = useQuery({ ...trpc.communityChest.campaign.overview.queryOptions({ fiscalYear: year, postedUntil }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.communityChest.campaign.export.mutationOptions())
  const isNow = postedUntil === undefined
  const mayAdd = useMayDo('ground.manage') && isNow
  const mayCopy = useMayDo('chest.manage') && isNow
  const [opened, setOpened] = useState<'add' | 'copy' | 'rules' | null>(null)
  const copy = mayCopy && (
    <Button icon="copy" onClick={() => setOpened('copy')}>
      前年度から写す
    </Button>
  )
  return (
    <>
      <PageHeader
        title={`${formatFiscalYear(year)}の運動`}
        description={isNow ? intro : `${postedUntilWords(postedUntil)}です。運動の期間と締め、目標額も、その時点の登録によります。`}
        actions={
          <>
            <Button icon="printer" onClick={() => window.print()}>印刷</Button>
            <ExportChoice subject="運動の一覧" write={(format) => write.mutateAsync({ fiscalYear: year, postedUntil, format })} />
            {mayCopy && <Button icon="settings" onClick={() => setOpened('rules')}>決まり</Button>}
            {copy}
            {mayAdd && <Button variant="primary" icon="plus" onClick={() => setOpened('add')}>運動を追加する</Button>}
          </>
        }
      />
      {overview.isError && overview.data === undefined && <PageError reset={() => void overview.refetch()} />}
      {overview.isPending && <LoadingSkeleton lines={6} />}
      <div className="mb-6 print:mb-0">
        <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: { postedUntil: moment }, resetScroll: false })} />
      </div>
      {overview.data?.campaigns.length === 0 && isNow && <NoCampaigns year={year} copyable={overview.data.copyable} copy={copy} />}
      {overview.data?.campaigns.length === 0 && !isNow && <EmptyState title={`その時点で登録されていた${formatFiscalYear(year)}の運動はありません`} icon="feather" />}
      {overview.data !== undefined && overview.data.campaigns.length > 0 && <Drives overview={overview.data} postedUntil={postedUntil} isRefreshing={overview.isPlaceholderData} />}
      {opened === 'add' && <CampaignDialog campaign={null} year={year} onClose={() => setOpened(null)} />}
      {opened === 'rules' && <ChestRulesDialog onClose={() => setOpened(null)} />}
      {opened === 'copy' && <CopyCampaignsDialog year={year} onClose={() => setOpened(null)} />}
    </>
  )
}

const intro = '赤い羽根共同募金や歳末たすけあいの、目標額と実績額です。集めたお金は、送金するまで共同募金会からの預り金です。'

function NoCampaigns({ year, copyable, copy }: { year: FiscalYear; copyable: number; copy: React.ReactNode }) {
  const before = formatFiscalYear(fiscalYear(year - 1))
  return (
    <EmptyState title={`${formatFiscalYear(year)}の運動はまだありません`} icon="feather" action={copyable > 0 ? copy : undefined}>
      {copyable > 0 ? `${before}の${copyable}件の運動を、期間を1年ずらして写せます。` : '「運動を追加する」で、赤い羽根共同募金などの運動を作ります。'}
    </EmptyState>
  )
}

interface DrivesProps extends MomentSearch {
  readonly overview: Overview
  readonly isRefreshing: boolean
}

/** Another body's drives stand below in a table of their own: they are never summed in with ours. */
function Drives({ overview: { campaigns, today, until, rules }, postedUntil, isRefreshing }: DrivesProps) {
  const look = { today, rules, postedUntil }
  const ours = campaigns.filter(({ drive }) => drive !== 'other')
  const others = campaigns.filter(({ drive }) => drive === 'other')
  return (
    <div className="flex flex-col gap-8">
      {ours.length > 0 && (
        <DataTable caption="共同募金の運動" columns={campaignColumns(ours, { ...look, hasTotal: true })} rows={ours} rowKey={({ id }) => id} phone="cards" isRefreshing={isRefreshing} />
      )}
      {others.length > 0 && (
        <section aria-labelledby="other-drives">
          <h2 id="other-drives" className="mb-1 text-[1.125rem] font-bold">その他の運動（合計に含めません）</h2>
          <DataTable caption="その他の運動" columns={campaignColumns(others, { ...look, hasTotal: false })} rows={others} rowKey={({ id }) => id} phone="cards" isRefreshing={isRefreshing} />
        </section>
      )}
      {until !== null && <p className="text-[0.8125rem] text-ink-faint">前年同日比は{formatLocalDate(until)}までの実績で比べています。</p>}
    </div>
  )
}
