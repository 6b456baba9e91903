import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { acknowledgmentConsentNames } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import { hasOccasion } from '@sasaeai/domain/donation/gift/donation-details'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import { giftEntrySchema } from '@sasaeai/domain/donation/gift/gift-input'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { AppLink, AppLinkButton } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { ReverseEntryDialog } from '../../ledger/reverse-entry-dialog.tsx'
import { EntryReceipts } from '../../receipt/payer-receipts.tsx'
import { GiftLetters } from '../letter/gift-letters.tsx'
import { GiftScheduleSection } from '../schedule/gift-schedule-section.tsx'
import { DonationDialog } from './donation-dialog.tsx'

export type GiftAnswer = RouterOutput['donation']['gift']['get']

/** One gift: what the books say of it, what the office knows, and what became of it. */
export function GiftPage() {
  const { entryId } = useParams({ from: '/staff/donations/$entryId' })
  const known = giftEntrySchema.safeParse({ entryId })
  return known.success ? <KnownGift key={known.data.entryId} entryId={known.data.entryId} /> : <EmptyState title="寄附が見つかりません">一覧から選び直してください。</EmptyState>
}

function KnownGift({ entryId }: { entryId: JournalEntryId }) {
  const gift = useQuery(trpc.donation.gift.get.queryOptions({ entryId }))
  if (gift.isError) return <PageError reset={() => void gift.refetch()} />
  if (gift.data === undefined) return <LoadingSkeleton lines={10} />
  const { supporterName, entryNumber, isUndone, details, amountYen, receivedOn, kind, hasReceipt } = gift.data
  const title = `${supporterName ?? '匿名'}${supporterName === null ? 'の方' : ''}の寄附`
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader title={title} crumbs={[{ label: '寄附', href: '/admin/donations' }, { label: `伝票 ${entryNumber}番` }]}
          status={<>{isUndone && <StatusChip tone="error">取消済み</StatusChip>}{hasReceipt && <StatusChip tone="success">領収書あり</StatusChip>}</>}
          actions={isUndone ? undefined : <GiftActs gift={gift.data} onReload={() => void gift.refetch()} />} />
      </div>
      {details === null && !isUndone && (
        <NoticeBanner tone="info" title="寄附の内容がまだ入力されていません">受付グリッドなどで記帳した寄附です。種類や芳名の掲載を「内容を入力する」から書き足せます。</NoticeBanner>
      )}
      <ChainNotice gift={gift.data} />
      <div className="grid gap-6 sm:grid-cols-3 print:grid-cols-3">
        <StatFigure label={kind === 'in_kind' ? '時価' : '金額'} value={formatYen(amountYen)} unit="円" />
        <StatFigure label="受領日" value={formatLocalDate(receivedOn)} />
        <StatFigure label="種類" value={donationKindNames[kind]} />
      </div>
      <GiftDetails gift={gift.data} />
      <GiftLetters gift={gift.data} />
      <EntryReceipts entryId={entryId} />
      <GiftScheduleSection entryId={entryId} isUndone={isUndone} />
    </div>
  )
}

function GiftActs({ gift, onReload }: { gift: GiftAnswer; onReload: () => void }) {
  const mayWrite = useMayDo('donation.write')
  const mayPost = useMayDo('donation.post')
  const [open, setOpen] = useState<'details' | 'reverse'>()
  return (
    <>
      {mayWrite && <Button icon="pencil" variant={gift.details === null ? 'primary' : 'secondary'} onClick={() => setOpen('details')}>{gift.details === null ? '内容を入力する' : '内容を直す'}</Button>}
      {mayPost && gift.gift !== null && !gift.hasReceipt && (
        <AppLinkButton to="/donations/$entryId/correct" params={{ entryId: gift.entryId }}>金額・使いみちを訂正する</AppLinkButton>
      )}
      {mayPost && !gift.hasReceipt && <Button icon="undo" onClick={() => setOpen('reverse')}>取り消す</Button>}
      {open === 'details' && <DonationDialog key={gift.details?.revision} gift={gift} onClose={() => setOpen(undefined)} onReload={onReload} />}
      {open === 'reverse' && <ReverseEntryDialog entry={{ id: gift.entryId, entryNumber: gift.entryNumber }} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function ChainNotice({ gift: { correctedById, correctsId } }: { gift: GiftAnswer }) {
  if (correctedById === null && correctsId === null) return null
  return (
    <NoticeBanner tone="info" title={correctedById === null ? '訂正後の寄附です' : 'この寄附は訂正されています'}>
      {correctedById !== null && <AppLink to="/donations/$entryId" params={{ entryId: correctedById }}>訂正後の寄附を見る</AppLink>}
      {correctedById === null && correctsId !== null && <AppLink to="/donations/$entryId" params={{ entryId: correctsId }}>訂正前の寄附を見る</AppLink>}
    </NoticeBanner>
  )
}

function GiftDetails({ gift }: { gift: GiftAnswer }) {
  const { kind, gift: booked, fundNames, consent, printedName } = gift
  const shares = booked?.given.form === 'money' ? booked.given.shares : []
  const funds = fundNames.map((name, place) => `${name === '' ? '社協におまかせ' : name}${shares.length > 1 && shares[place] !== undefined ? `　${formatYen(shares[place].amountYen)}円` : ''}`)
  const lines: [string, string][] = [
    ['使いみち', funds.join('\n')],
    ...(kind === 'memorial' ? ([['故人', gift.deceasedName], ['喪主', gift.mournerName], ['続柄', gift.relationship]] as [string, string][]) : []),
    ...(hasOccasion(kind) ? ([['お祝い・行事', gift.occasion]] as [string, string][]) : []),
    ...(kind === 'in_kind' ? ([['品名・数量', gift.goods === '' ? gift.description : gift.goods]] as [string, string][]) : []),
    ['芳名の掲載', `${acknowledgmentConsentNames[consent]}${printedName === '' ? '' : `（掲載名：${printedName}）`}`],
    ['きっかけ', gift.channelName ?? ''],
    ['担当', gift.staff],
    ['備考', gift.details?.note ?? ''],
    ['記帳', `${formatFiscalYear(gift.fiscalYear)} 伝票 ${gift.entryNumber}番（${gift.postedByName}）${gift.isFromBatch ? '　受付グリッドから' : ''}`],
  ]
  return (
    <section aria-label="寄附の内容" className="flex flex-col gap-4">
      <DetailList lines={lines} />
      <p className="flex flex-wrap gap-x-6 gap-y-2 print-hidden">
        {gift.supporterId !== null && <AppLink to="/supporters/$supporterId" params={{ supporterId: gift.supporterId }}>支援者のページ</AppLink>}
        {gift.pledgeId !== null && <AppLink to="/donations/pledges/$pledgeId" params={{ pledgeId: gift.pledgeId }}>予約を見る</AppLink>}
        <AppLink to="/entries/$entryId" params={{ entryId: gift.entryId }}>伝票を見る</AppLink>
      </p>
    </section>
  )
}
