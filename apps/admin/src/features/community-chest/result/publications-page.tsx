import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { type PublicationState, publicationWords } from '@sasaeai/domain/community-chest/result/publication'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PublishDialog, WithdrawDialog } from './publication-dialogs.tsx'
import { PublishedResult } from './published-result.tsx'

export type CampaignToPublish = RouterOutput['communityChest']['result']['publication']['list'][number]

/** 結果の公表: each drive of a year with its deadline, and what was published of it. */
export function PublicationsPage() {
  const fiscalYear = useFiscalYearInView()
  const list = useQuery({ ...trpc.communityChest.result.publication.list.queryOptions({ fiscalYear }), placeholderData: keepPreviousData })
  const campaigns = list.data
  const write = useMutation(trpc.communityChest.result.publication.export.mutationOptions())
  return (
    <div className="flex flex-col gap-8 print:gap-4" aria-busy={list.isPlaceholderData}>
      <div className="-mb-6">
        <PageHeader
          title={`${formatFiscalYear(fiscalYear)}の結果の公表`}
          description="運動の結果は、終わってから1か月以内に公表します。公表した内容は、あとから仕訳が動いても変わりません。"
          actions={
            <>
              <ExportChoice subject="結果の公表" write={(format) => write.mutateAsync({ fiscalYear, format })} />
              <Button icon="printer" onClick={() => window.print()}>
                印刷
              </Button>
            </>
          }
        />
      </div>
      {list.isError && campaigns === undefined && <PageError reset={() => void list.refetch()} />}
      {list.isPending && <LoadingSkeleton lines={8} />}
      {campaigns !== undefined && (campaigns.length === 0 ? <NothingYet /> : <Publications campaigns={campaigns} />)}
    </div>
  )
}

function NothingYet() {
  return (
    <EmptyState title="この年度の運動はまだありません" icon="feather">
      「運動の一覧」で追加するか、前年度から写してください。
    </EmptyState>
  )
}

function Publications({ campaigns }: { campaigns: readonly CampaignToPublish[] }) {
  return (
    <>
      <DataTable caption="運動ごとの公表" columns={columns} rows={campaigns} rowKey={({ campaignId }) => campaignId} phone="cards" />
      {campaigns.map((campaign) => (
        <PublishedResult key={campaign.campaignId} campaign={campaign} />
      ))}
      <p className="text-[0.875rem] text-ink-sub print-hidden">
        公表した結果は、サインインしなくても読めるデータとして
        <TextLink href="/public/community-chest-results.json">/public/community-chest-results.json</TextLink>
        に出ます。社協のホームページに取り込めます。個人や地域ごとの金額は含みません。
      </p>
    </>
  )
}

const tones: Record<PublicationState, ChipTone> = {
  published: 'success',
  of_other_body: 'neutral',
  collecting: 'neutral',
  due: 'accent',
  past_due: 'warning',
}

const columns: readonly Column<CampaignToPublish>[] = [
  { id: 'name', header: '運動', isRowHeader: true, cell: ({ name }) => name },
  { id: 'closes', header: '運動の終了', cell: ({ closesOn }) => formatLocalDate(closesOn) },
  { id: 'due', header: '公表の期限', cell: ({ dueOn, drive }) => (drive === 'other' ? '—' : formatLocalDate(dueOn)) },
  { id: 'state', header: '状況', cell: ({ state, closesOn }) => <StatusChip tone={tones[state]}>{publicationWords(state, closesOn)}</StatusChip> },
  { id: 'publishedOn', header: '公表日', cell: (campaign) => textOfLive(campaign, ({ publishedOn }) => formatLocalDate(publishedOn)) },
  {
    id: 'collected',
    header: '公表した実績額（円）',
    align: 'end',
    cell: (campaign) => textOfLive(campaign, ({ content }) => formatYenDelta(content.collectedYen)),
  },
  { id: 'acts', header: '操作', isActs: true, cell: (campaign) => <Acts campaign={campaign} /> },
]

function textOfLive({ publications }: CampaignToPublish, text: (live: CampaignToPublish['publications'][number]) => string): string {
  const live = publications.find(({ withdrawnAt }) => withdrawnAt === null)
  return live === undefined ? '—' : text(live)
}

function Acts({ campaign }: { campaign: CampaignToPublish }) {
  const mayPublish = useMayDo('chest.manage')
  const [isAsked, setAsked] = useState(false)
  if (!mayPublish || campaign.drive === 'other') return null
  const live = campaign.publications.find(({ withdrawnAt }) => withdrawnAt === null)
  const close = () => setAsked(false)
  return (
    <>
      <Button size="small" onClick={() => setAsked(true)} aria-label={`${campaign.name}の結果を${live === undefined ? '公表する' : '取り下げる'}`}>
        {live === undefined ? '公表する' : '取り下げる'}
      </Button>
      {isAsked && live === undefined && <PublishDialog campaign={campaign} onClose={close} />}
      {isAsked && live !== undefined && <WithdrawDialog campaign={campaign} publicationId={live.publicationId} onClose={close} />}
    </>
  )
}
