import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { acknowledgmentConsentNames } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import type { OnlineGiftId } from '@sasaeai/domain/ids'
import { giftFrequencyNames, onlineGiverKindNames, receiptWishNames } from '@sasaeai/domain/online-giving/gift/gift-words'
import { onlineGiftInputSchema } from '@sasaeai/domain/online-giving/gift/online-gift-list-input'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { formatInstant } from '../../user/instant-text.ts'
import { EventTable } from '../event/event-table.tsx'
import { RecurringSection } from '../recurring/recurring-section.tsx'
import { GiftPayments } from './gift-payments.tsx'
import { GiftStateChip, RecurringStateChip } from './state-chips.tsx'

export type OnlineGift = NonNullable<RouterOutput['onlineGiving']['gift']['get']>

/** One online gift: what was filled in, what was paid, and what the gateway told. */
export function OnlineGiftPage() {
  const { giftId } = useParams({ from: '/staff/online-giving/gifts/$giftId' })
  const known = onlineGiftInputSchema.safeParse({ giftId })
  return known.success ? <KnownGift giftId={known.data.giftId} /> : <NoGift />
}

function NoGift() {
  return <EmptyState title="申込みが見つかりません"><AppLink to="/online-giving/gifts">オンライン寄附</AppLink>から選び直してください。</EmptyState>
}

function KnownGift({ giftId }: { giftId: OnlineGiftId }) {
  const gift = useQuery(trpc.onlineGiving.gift.get.queryOptions({ giftId }))
  if (gift.isError) return <PageError reset={() => void gift.refetch()} />
  if (gift.data === undefined) return <LoadingSkeleton lines={12} />
  return gift.data === null ? <NoGift /> : <GiftSheet gift={gift.data} />
}

function GiftSheet({ gift }: { gift: OnlineGift }) {
  const { name, giverKind, state, recurring, targetTitle, amountYen, frequency, failure, supporterId, supporterName, supporterNumber } = gift
  const title = giverKind === 'anonymous' ? '匿名の申込み' : name
  return (
    <div className="flex flex-col gap-7">
      <div className="-mb-5">
        <PageHeader title={title} description={`${targetTitle}　${giftFrequencyNames[frequency]} ${formatYen(amountYen)}円`} crumbs={[{ label: 'オンライン寄附', href: '/admin/online-giving/gifts' }, { label: title }]}
          status={recurring === null ? <GiftStateChip state={state} /> : <RecurringStateChip state={recurring.state} />}
          actions={(state === 'paid' || state === 'awaiting') && <SendLinkButton giftId={gift.giftId} />} />
      </div>
      {failure !== '' && state === 'failed' && <NoticeBanner tone="warning" title="決済できませんでした">{failure}</NoticeBanner>}
      {recurring !== null && <RecurringSection giftId={gift.giftId} recurring={recurring} changes={gift.changes} />}
      <GiftPayments gift={gift} />
      <section aria-labelledby="filled-in">
        <h2 id="filled-in" className="mb-3 text-[1.125rem] font-bold">申込みの内容</h2>
        <DetailList lines={filledIn(gift)} />
        {supporterId !== null && (
          <p className="mt-3 print-hidden">支援者：<AppLink to="/supporters/$supporterId" params={{ supporterId }}>{`${supporterName ?? ''}（${supporterNumber ?? ''}）`}</AppLink></p>
        )}
      </section>
      <section aria-labelledby="told">
        <h2 id="told" className="mb-1 text-[1.125rem] font-bold">決済会社からの通知</h2>
        {gift.events.length === 0 ? <p className="py-2 text-ink-sub">通知はまだありません。</p> : <EventTable caption="この申込みの通知" events={gift.events} isOfGift />}
      </section>
    </div>
  )
}

/** For a giver who asks the office how to see receipts or change a monthly gift. */
function SendLinkButton({ giftId }: { giftId: OnlineGiftId }) {
  const mayDo = useMayDo('giving.write')
  const send = useMutation(trpc.onlineGiving.gift.sendLink.mutationOptions())
  const run = useRunCommand()
  if (!mayDo) return null
  return <Button isBusy={send.isPending} onClick={() => void run(() => send.mutateAsync({ giftId }), { done: 'マイページのリンクを送信箱に入れました' })}>マイページのリンクを送る</Button>
}

/** What was filled in, as it was; what nobody filled in is left out. */
function filledIn(gift: OnlineGift): (readonly [string, string])[] {
  const { startedAt, accountName, linkLabel, areaName, units, duesYear, giverKind, kana, contactPerson, postalCode, address, phone, email, receiptWish } = gift
  const lines: (readonly [string, string])[] = [
    ['申込み', formatInstant(startedAt)],
    ['申込者', [onlineGiverKindNames[giverKind], gift.name, kana === '' ? '' : `（${kana}）`].filter((word) => word !== '').join(' ')],
    ['担当者', contactPerson],
    ['メールアドレス', email],
    ['電話番号', phone],
    ['住所', [postalCode === '' ? '' : `〒${postalCode}`, address].filter((word) => word !== '').join(' ')],
    ['受付項目', `${gift.targetTitle}${units === null ? '' : `　${units}口`}${duesYear === null ? '' : `　${formatFiscalYear(fiscalYear(duesYear))}`}`],
    ['受け口', accountName],
    ['リンク', linkLabel ?? ''],
    ['地域', areaName ?? ''],
    ['寄附の種類', duesYear === null ? donationKindNames[gift.donationKind] : ''],
    ['故人・続柄', [gift.deceasedName, gift.relationship].filter((word) => word !== '').join('　')],
    ['領収書', receiptWishNames[receiptWish]],
    ['芳名の掲載', `${acknowledgmentConsentNames[gift.consent]}${gift.printedName === '' ? '' : `（${gift.printedName}）`}`],
    ['メッセージ', gift.message],
    ['支払いの期限', gift.payableUntil === null ? '' : formatInstant(gift.payableUntil)],
  ]
  return lines.filter(([, value]) => value !== '')
}
