import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { PayoutId } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen, formatYenDelta, sumYen, yen } from '@sasaeai/domain/money/yen'
import { paymentMethodName } from '@sasaeai/domain/online-giving/gift/payment-method-name'
import { payoutInputSchema } from '@sasaeai/domain/online-giving/payout/payout-input'
import { payoutLineKindNames } from '@sasaeai/domain/online-giving/payout/payout-line-kind'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { formatInstant } from '../../user/instant-text.ts'
import { PayoutStateChip } from '../gift/state-chips.tsx'
import { ConfirmPayoutDialog } from './confirm-payout-dialog.tsx'

export type Payout = NonNullable<RouterOutput['onlineGiving']['payout']['get']>
type Line = Payout['linesOfIt'][number]

/** One payout: what it is made of, what the books have of it, and what the bank book shows. */
export function PayoutPage() {
  const { payoutId } = useParams({ from: '/staff/online-giving/payouts/$payoutId' })
  const known = payoutInputSchema.safeParse({ payoutId })
  return known.success ? <KnownPayout payoutId={known.data.payoutId} /> : <NoPayout />
}

function NoPayout() {
  return <EmptyState title="入金が見つかりません"><AppLink to="/online-giving/payouts">入金</AppLink>から選び直してください。</EmptyState>
}

function KnownPayout({ payoutId }: { payoutId: PayoutId }) {
  const { postedUntil } = useSearch({ from: '/staff/online-giving/payouts/$payoutId' })
  const payout = useQuery({ ...trpc.onlineGiving.payout.get.queryOptions({ payoutId, postedUntil }), placeholderData: keepPreviousData })
  if (payout.isError && payout.data === undefined) return <PageError reset={() => void payout.refetch()} />
  if (payout.data === undefined) return <LoadingSkeleton lines={12} />
  return payout.data === null ? <NoPayout /> : <PayoutSheet payout={payout.data} postedUntil={postedUntil} />
}

function PayoutSheet({ payout, postedUntil }: MomentSearch & { readonly payout: Payout }) {
  const { arrivesOn, accountName, state, failure, amountYen, grossYen, feeYen, hasLines, bookedYen, linesOfIt, entries, gatewayPayoutId, receivableYen } = payout
  const write = useMutation(trpc.onlineGiving.payout.exportOne.mutationOptions())
  const navigate = useNavigate({ from: '/online-giving/payouts/$payoutId' })
  const router = useRouter()
  const title = `${formatLocalDate(arrivesOn)}の入金`
  const net = yen(sumYen(linesOfIt.map((line) => line.grossYen)) - sumYen(linesOfIt.map((line) => line.feeYen)))
  return (
    <div className="flex flex-col gap-7">
      <div className="-mb-5">
        <PageHeader title={title} description={`${accountName}　${formatYen(amountYen)}円${postedUntil === undefined ? '' : `　帳簿は${postedUntilWords(postedUntil)}です。内訳と通帳の確認は、いまの記録によります。`}`} crumbs={[{ label: '入金', href: router.buildLocation({ to: '/online-giving/payouts', search: { postedUntil } }).href }, { label: title }]} status={<PayoutStateChip state={state} />}
          actions={<>{hasLines && <ExportChoice subject="入金の内訳" write={(format) => write.mutateAsync({ payoutId: payout.payoutId, format })} />}{postedUntil === undefined && <BankActs payout={payout} />}</>} />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      {state === 'failed' && <NoticeBanner tone="error" title="銀行に送金できませんでした">{`${failure}　お金は決済会社に戻り、次の入金で送られます。`}</NoticeBanner>}
      {!hasLines && <NoticeBanner tone="info" title="内訳はまだ届いていません">決済会社が内訳をそろえると、自動で読み取って記帳します。</NoticeBanner>}
      {hasLines && state === 'paid' && net !== amountYen && (
        <NoticeBanner tone="error" title={`内訳の合計と入金の額が${formatYenDelta(yen(net - amountYen))}円違います`}>決済会社の管理画面で内訳を確かめ、手で記帳してください。</NoticeBanner>
      )}
      <DetailList lines={[
        ['総額', hasLines ? `${formatYen(grossYen)}円` : ''],
        ['手数料', hasLines ? `${formatYen(feeYen)}円` : ''],
        ['入金の額', `${formatYenDelta(amountYen)}円`],
        ['帳簿', bookedYen === null ? 'まだ記帳していません' : `${formatYen(bookedYen)}円${state !== 'paid' || bookedYen === amountYen ? '' : `（差 ${formatYenDelta(yen(bookedYen - amountYen))}円）`}`],
        ['通帳', bankWords(payout)],
        ['決済会社に残るお金', `${formatYenDelta(receivableYen)}円（帳簿の未収金）`],
        ['決済会社の番号', gatewayPayoutId],
      ]} />
      <section aria-labelledby="lines">
        <h2 id="lines" className="mb-1 text-[1.125rem] font-bold">内訳</h2>
        <DataTable caption="入金の内訳" columns={columns} rows={linesOfIt} rowKey={({ gatewayLineId }) => gatewayLineId} phone="cards"
          empty={<p className="py-2 text-ink-sub">内訳はまだありません。</p>}
          summary={[{ label: '総額', value: `${formatYenDelta(grossYen)}円` }, { label: '手数料', value: `${formatYen(feeYen)}円` }, { label: '差引き', value: `${formatYenDelta(net)}円` }]} />
      </section>
      <section aria-labelledby="entries">
        <h2 id="entries" className="mb-1 text-[1.125rem] font-bold">帳簿</h2>
        {entries.length === 0 && <p className="py-2 text-ink-sub">まだ記帳していません。</p>}
        <ul className="flex flex-col gap-1">
          {entries.map(({ entryId, entryNumber, entryDate, description }) => (
            <li key={entryId}>伝票 <AppLink to="/entries/$entryId" params={{ entryId }}>{String(entryNumber)}</AppLink> <span className="figures">{formatLocalDate(entryDate)}</span> {description}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function bankWords({ confirmedAt, bankOn, bankYen, amountYen, confirmedByName, note }: Payout): string {
  if (confirmedAt === null || bankOn === null || bankYen === null) return '未確認'
  const difference = bankYen === amountYen ? '一致' : `差 ${formatYenDelta(yen(bankYen - amountYen))}円`
  return `${formatLocalDate(bankOn)}　${formatYen(bankYen)}円　${difference}\n${formatInstant(confirmedAt)}　${confirmedByName ?? ''}${note === '' ? '' : `\n${note}`}`
}

function BankActs({ payout }: { payout: Payout }) {
  const mayDo = useMayDo('giving.reconcile')
  const [isAsked, setAsked] = useState(false)
  const unconfirm = useMutation(trpc.onlineGiving.payout.unconfirm.mutationOptions())
  const run = useRunCommand()
  const { payoutId, state, confirmedAt } = payout
  if (!mayDo || state !== 'paid') return null
  if (confirmedAt !== null) {
    return <Button isBusy={unconfirm.isPending} onClick={() => void run(() => unconfirm.mutateAsync({ payoutId }), { done: '確認を取り消しました' })}>確認を取り消す</Button>
  }
  return (
    <>
      <Button variant="primary" icon="check" onClick={() => setAsked(true)}>通帳で確認した</Button>
      {isAsked && <ConfirmPayoutDialog payout={payout} onClose={() => setAsked(false)} />}
    </>
  )
}

const columns: readonly Column<Line>[] = [
  { id: 'kind', header: '種類', cell: ({ kind }) => <span className="whitespace-nowrap">{payoutLineKindNames[kind]}</span> },
  { id: 'giver', header: '申込者', isRowHeader: true, cell: giverOf },
  { id: 'day', header: '日付', cell: ({ happenedAt }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(localDateInTokyo(new Date(happenedAt)))}</span> },
  { id: 'method', header: '支払方法', isWideOnly: true, cell: ({ method }) => (method === null ? '—' : paymentMethodName(method)) },
  { id: 'gross', header: '金額（円）', align: 'end', cell: ({ grossYen }) => formatYenDelta(grossYen) },
  { id: 'fee', header: '手数料（円）', align: 'end', cell: ({ feeYen }) => formatYenDelta(feeYen) },
  { id: 'net', header: '差引き（円）', align: 'end', cell: ({ grossYen, feeYen }) => formatYenDelta(yen(grossYen - feeYen)) },
]

function giverOf({ giftId, giftName, targetTitle, kind, description, sourceId }: Line) {
  if (giftId === null) {
    const isOurs = kind === 'fee' || kind === 'adjustment'
    return isOurs ? (description === '' ? '—' : description) : <>帳簿にない決済<span className="block text-[0.8125rem] break-all text-ink-sub">{sourceId}</span></>
  }
  return <><AppLink to="/online-giving/gifts/$giftId" params={{ giftId }}>{giftName ?? ''}</AppLink><span className="block text-[0.8125rem] text-ink-sub">{targetTitle}</span></>
}
