import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { driveKindNames } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { printedRate } from '@sasaeai/domain/community-chest/result/printed-rate'
import { remittanceModeNames } from '@sasaeai/domain/community-chest/campaign/remittance-mode'
import { accountBookNames } from '@sasaeai/domain/ledger/account-book'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen, formatYenDelta } from '@sasaeai/domain/money/yen'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { TextLink } from '@sasaeai/ui/text-link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { DetailList } from '../../../app/detail-list.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { NotFoundAt } from '../../../app/not-found-at.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { CampaignActs, type CampaignStanding } from './campaign-acts.tsx'
import { campaignLinks } from './campaign-links.ts'
import { CampaignChip } from './campaign-table-columns.tsx'

type CampaignAlone = NonNullable<RouterOutput['communityChest']['campaign']['get']>

/** One drive: where it stands, what it is, and the way to everything about it. */
export function CampaignPage() {
  const { campaignId } = useParams({ from: '/staff/chest/$campaignId' })
  const { postedUntil } = useSearch({ from: '/staff/chest/$campaignId' })
  const navigate = useNavigate({ from: '/chest/$campaignId' })
  const router = useRouter()
  const answer = useQuery({ ...trpc.communityChest.campaign.get.queryOptions({ campaignId, postedUntil }), placeholderData: keepPreviousData })
  const lookAt = (moment: MomentSearch['postedUntil']) => void navigate({ search: { postedUntil: moment }, resetScroll: false })
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingSkeleton lines={10} />
  if (answer.data === null) return <NotFoundAt what="この運動" postedUntil={postedUntil} onNow={() => lookAt(undefined)}>運動の一覧から選び直してください。</NotFoundAt>
  const campaign = answer.data
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader
          title={`${formatFiscalYear(campaign.fiscalYear)} ${campaign.name}`}
          description={postedUntil === undefined ? undefined : `${postedUntilWords(postedUntil)}です。運動の期間と締め、目標額も、その時点の登録によります。`}
          crumbs={[{ label: '運動の一覧', href: router.buildLocation({ to: '/chest', search: { postedUntil } }).href }, { label: campaign.name }]}
          status={<CampaignChip campaign={campaign} today={campaign.today} />}
          actions={postedUntil === undefined && <CampaignActs campaign={campaign} onReload={() => void answer.refetch()} />}
        />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={lookAt} />
      <Figures {...{ campaign, postedUntil }} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <Links {...{ campaign, postedUntil }} />
        <Details campaign={campaign} />
      </div>
    </div>
  )
}

/** The drive, and as of when it is. */
interface CampaignAtMoment extends MomentSearch {
  readonly campaign: CampaignAlone
}

function Figures({ campaign, postedUntil }: CampaignAtMoment) {
  const { id: campaignId, drive, measuredGoalYen, collectedYen, untilYen, lastUntilYen, heldYen } = campaign
  const href = entriesHref({ campaignId, holding: drive === 'other' ? 'other_drive' : 'custody', postedUntil })
  return (
    <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4 print:gap-4">
      <StatFigure label="目標額" value={measuredGoalYen === null ? '—' : formatYen(measuredGoalYen)} unit={measuredGoalYen === null ? undefined : '円'}
        note={goalNote(campaign)} />
      <StatFigure label="実績額" value={formatYenDelta(collectedYen)} unit="円" href={href} note={`達成率 ${printedRate(collectedYen, measuredGoalYen, campaign.rules)}`} />
      <StatFigure label="前年同日比" value={printedRate(untilYen, lastUntilYen, campaign.rules)}
        note={lastUntilYen === null ? '前年度に同じ運動がありません' : `前年同日 ${formatYenDelta(lastUntilYen)}円`} />
      <StatFigure label="預り残高" value={formatYenDelta(heldYen)} unit="円" note={heldYen === 0 ? '全額を引き渡しています' : '共同募金会へまだ送金していない額'} />
    </div>
  )
}

function goalNote({ goalYen, measuredGoalYen, goalPublishedOn }: CampaignStanding): string {
  if (goalYen === null && measuredGoalYen !== null) return '積み上げ（目標額はまだ決めていません）'
  return goalPublishedOn === null ? 'まだ公表していません' : `${formatLocalDate(goalPublishedOn)}に公表`
}

function Links({ campaign: { id: campaignId, fiscalYear }, postedUntil }: CampaignAtMoment) {
  return (
    <nav aria-labelledby="campaign-links" className="print-hidden">
      <h2 id="campaign-links" className="mb-2 text-[1.125rem] font-bold">この運動のこと</h2>
      <ul className="flex flex-col gap-2">
        {campaignLinks.map(({ href, label, about }) => (
          <li key={label} className="border-b border-line-faint pb-2">
            <TextLink href={href({ campaignId, fiscalYear, postedUntil })} className="font-bold">{label}</TextLink>
            <span className="phrases block text-[0.875rem] text-ink-sub">{about}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Details({ campaign }: { campaign: CampaignStanding }) {
  const { code, drive, group, opensOn, closesOn, closedOn, suggestedYen, remittanceMode, cashAccountId, custodyAccountName } = campaign
  const ofGroup: readonly (readonly [string, string])[] = group === null ? [] : [['団体', `${group.name}（${group.number}）`]]
  return (
    <section aria-labelledby="campaign-details">
      <h2 id="campaign-details" className="mb-2 text-[1.125rem] font-bold">運動の内容</h2>
      <DetailList
        lines={[
          ['コード', code],
          ['種類', driveKindNames[drive]],
          ...ofGroup,
          ['期間', `${formatLocalDate(opensOn)}から ${formatLocalDate(closesOn)}まで`],
          ['1世帯当たりの目安', suggestedYen === null ? '' : `${formatYen(suggestedYen)}円`],
          ['送金の方法', remittanceModeNames[remittanceMode]],
          ['帳簿', accountBookNames[cashAccountId === null ? 'council' : 'branch']],
          ['預り金の科目', custodyAccountName],
          ['締め', closedOn === null ? 'まだ締めていません' : `${formatLocalDate(closedOn)}に締めました`],
        ]}
      />
    </section>
  )
}
