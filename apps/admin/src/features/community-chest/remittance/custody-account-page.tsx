import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { remittanceModeNames } from '@sasaeai/domain/community-chest/campaign/remittance-mode'
import { campaignIdSchema } from '@sasaeai/domain/id-schemas'
import type { CampaignId } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { entriesHref } from '../../../app/entries-href.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useToday } from '../../../app/use-today.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { CustodyFigures } from './custody-figures.tsx'
import { CustodyChip, heldDays } from './drive-custody-table.tsx'
import { MovementTable } from './movement-table.tsx'
import { RemitDialog } from './remit-dialog.tsx'
import { RemittanceTable } from './remittance-table.tsx'

export type CustodyAccount = NonNullable<RouterOutput['communityChest']['remittance']['account']>

/** One drive's custody: its figures, its remittances, and every movement with what was held after it. */
export function CustodyAccountPage() {
  const { campaignId } = useParams({ from: '/staff/chest/custody/$campaignId' })
  const known = campaignIdSchema.safeParse(campaignId)
  return known.success ? <KnownAccount campaignId={known.data} /> : <Gone />
}

function Gone() {
  return <EmptyState title="運動が見つかりません">預り金と送金の一覧から選び直してください。</EmptyState>
}

function KnownAccount({ campaignId }: { campaignId: CampaignId }) {
  const { postedUntil } = useSearch({ from: '/staff/chest/custody/$campaignId' })
  const account = useQuery({ ...trpc.communityChest.remittance.account.queryOptions({ campaignId, postedUntil }), placeholderData: keepPreviousData })
  if (account.isError && account.data === undefined) return <PageError reset={() => void account.refetch()} />
  if (account.data === undefined) return <LoadingSkeleton lines={12} />
  if (account.data === null) return <Gone />
  return <Account account={account.data} postedUntil={postedUntil} />
}

/** The drive's custody, and as of when it is. */
interface AccountAtMoment extends MomentSearch {
  readonly account: CustodyAccount
}

function Account({ account, postedUntil }: AccountAtMoment) {
  const navigate = useNavigate({ from: '/chest/custody/$campaignId' })
  const router = useRouter()
  const presentDay = useToday()
  const today = postedUntil === undefined ? presentDay : localDateInTokyo(new Date(postedUntil))
  const { custody } = account
  const { campaignId, custodyAccountId, fiscalYear, name, closesOn, deadline, heldSince, heldYen, remittanceMode } = custody
  const period = `運動の終了 ${formatLocalDate(closesOn)}　送金の期限 ${formatLocalDate(deadline)}　${remittanceModeNames[remittanceMode]}`
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader
          title={`${name}の預り金`}
          description={`${formatFiscalYear(fiscalYear)}　${period}${postedUntil === undefined ? '' : `　${postedUntilWords(postedUntil)}。運動の終了日と締めも、その時点の登録によります。`}`}
          crumbs={[{ label: '預り金と送金', href: router.buildLocation({ to: '/chest/custody', search: { postedUntil } }).href }, { label: name }]}
          status={<CustodyChip custody={custody} today={today} />}
          actions={<AccountActs {...{ account, postedUntil }} />}
        />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      {heldYen < 0 && (
        <NoticeBanner tone="error" title="受入額より多く渡しています">
          送金のあとに受入れが取り消されたか、減りました。下の動きを確かめ、送金を取り消すか、正しい受入れを記帳してください。
        </NoticeBanner>
      )}
      <CustodyFigures campaigns={[custody]} hrefs={{ held: entriesHref({ campaignId, accountId: custodyAccountId, postedUntil }), collected: entriesHref({ campaignId, postedUntil }) }} />
      {heldSince !== null && (
        <p className="text-[0.9375rem]">
          まだ渡していないお金のうち、いちばん古い受入れは{formatLocalDate(heldSince)}です（{heldDays(heldSince, today)}）。
        </p>
      )}
      <RemittanceTable remittances={account.remittances} isNow={postedUntil === undefined} />
      <MovementTable {...{ account, postedUntil }} />
    </div>
  )
}

function AccountActs({ account, postedUntil }: AccountAtMoment) {
  const { custody } = account
  const mayPost = useMayDo('chest.post') && postedUntil === undefined
  const [isRemitting, setRemitting] = useState(false)
  const write = useMutation(trpc.communityChest.remittance.exportAccount.mutationOptions())
  return (
    <>
      <ExportChoice subject="預り金の動き" write={(format) => write.mutateAsync({ campaignId: custody.campaignId, postedUntil, format })} />
      <Button icon="printer" onClick={() => window.print()}>印刷</Button>
      {mayPost && custody.closedOn === null && custody.heldYen > 0 && (
        <Button variant="primary" icon="yen" onClick={() => setRemitting(true)}>送金する</Button>
      )}
      {isRemitting && <RemitDialog account={account} onClose={() => setRemitting(false)} />}
    </>
  )
}
