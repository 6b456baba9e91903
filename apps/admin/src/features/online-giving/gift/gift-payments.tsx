import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { paymentMethodName } from '@sasaeai/domain/online-giving/gift/payment-method-name'
import { Button } from '@sasaeai/ui/button'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { whoIsThere } from '../../../app/shell-queries.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { formatInstant } from '../../user/instant-text.ts'
import { type GiftPayment, restOf } from './gift-payment.ts'
import type { OnlineGift } from './online-gift-page.tsx'
import { RefundDialog } from './refund-dialog.tsx'
import { DisputeStateChip, RefundStateChip } from './state-chips.tsx'

/** What was paid, each with where it stands in the books and what was given back. */
export function GiftPayments({ gift }: { gift: OnlineGift }) {
  const [refunded, setRefunded] = useState<GiftPayment>()
  return (
    <section aria-labelledby="payments" className="flex flex-col gap-4">
      <h2 id="payments" className="text-[1.125rem] font-bold">入金</h2>
      {gift.paymentsMade.length === 0 && <p className="text-ink-sub">まだ入金はありません。{gift.state === 'awaiting' ? 'コンビニや銀行での支払いを待っています。' : ''}</p>}
      {gift.paymentsMade.map((payment) => <PaymentCard key={payment.paymentId} payment={payment} onRefund={() => setRefunded(payment)} />)}
      {refunded !== undefined && <RefundDialog payment={refunded} refundApprovalYen={gift.refundApprovalYen} onClose={() => setRefunded(undefined)} />}
    </section>
  )
}

function PaymentCard({ payment, onRefund }: { payment: GiftPayment; onRefund: () => void }) {
  const mayRefund = useMayDo('giving.refund')
  const { paidOn, amountYen, refundedYen, feeYen, method, payoutId, arrivesOn, entries, receipts, refunds, disputes, moneyId } = payment
  return (
    <article className="keep-together rounded-8 border border-line bg-white px-5 py-4">
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className="text-[1.0625rem] font-bold"><span className="figures">{`${formatLocalDate(paidOn)}　${formatYen(amountYen)}円`}</span></h3>
        {disputes.map(({ state, openedAt }) => <DisputeStateChip key={openedAt} state={state} />)}
        <span className="grow" />
        {mayRefund && restOf(payment) > 0 && <span className="print-hidden"><Button icon="undo" onClick={onRefund}>返金する</Button></span>}
      </div>
      <DetailList lines={[
        ['支払方法', paymentMethodName(method)],
        ...(refundedYen === 0 ? [] : [['返金した額', `${formatYen(refundedYen)}円（残り${formatYen(yen(amountYen - refundedYen))}円）`] as const]),
        ['手数料', feeYen === null ? '入金のときに分かります' : `${formatYen(feeYen)}円`],
        ['決済会社の番号', moneyId],
      ]} />
      <ul aria-label="帳簿と領収書" className="mt-3 flex flex-col gap-1">
        {entries.map(({ entryId, entryNumber, entryDate, description }) => (
          <li key={entryId}>伝票 <AppLink to="/entries/$entryId" params={{ entryId }}>{String(entryNumber)}</AppLink> <span className="figures">{formatLocalDate(entryDate)}</span> {description}</li>
        ))}
        {receipts.map(({ receiptId, number, isVoid }) => <li key={receiptId}>領収書 {number}{isVoid ? '（無効）' : ''}</li>)}
        {payoutId !== null && arrivesOn !== null && (
          <li><AppLink to="/online-giving/payouts/$payoutId" params={{ payoutId }}>{`${formatLocalDate(arrivesOn)}の入金`}</AppLink>に含まれます</li>
        )}
        {disputes.filter(({ state, answerBy }) => state === 'open' && answerBy !== null).map(({ openedAt, answerBy }) => (
          <li key={openedAt}>{`カード会社への異議申立てがあります。${formatInstant(answerBy)}までに、決済会社の管理画面で回答してください。`}</li>
        ))}
      </ul>
      {refunds.length > 0 && <RefundList refunds={refunds} />}
    </article>
  )
}

function RefundList({ refunds }: { refunds: GiftPayment['refunds'] }) {
  return (
    <div className="mt-3 border-t border-line pt-3">
      <h4 className="mb-1 font-bold">返金</h4>
      <ul className="flex flex-col gap-2">
        {refunds.map((refund) => (
          <li key={refund.refundId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <RefundStateChip state={refund.state} />
            <span className="figures">{formatYen(refund.amountYen)}円</span>
            <span>{refund.reason}</span>
            <span className="text-ink-sub">{[formatInstant(refund.requestedAt), refund.requestedByName ?? '決済会社の管理画面', refund.approvedByName === null ? '' : `承認 ${refund.approvedByName}`].filter((word) => word !== '').join('　')}</span>
            {refund.failure !== '' && <span className="basis-full text-error">{refund.failure}</span>}
            {refund.state === 'requested' && <RefundDecision refund={refund} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A second person approves; whoever asked can only take it back. */
function RefundDecision({ refund: { refundId, requestedById, amountYen } }: { refund: GiftPayment['refunds'][number] }) {
  const mayDecide = useMayDo('giving.refund')
  const me = useQuery(whoIsThere())
  const approve = useMutation(trpc.onlineGiving.refund.approve.mutationOptions())
  const withdraw = useMutation(trpc.onlineGiving.refund.withdraw.mutationOptions())
  const run = useRunCommand()
  if (!mayDecide) return null
  const isOwn = me.data?.userId === requestedById
  return (
    <span className="flex flex-wrap items-center gap-2 print-hidden">
      {isOwn ? <span className="text-ink-sub">ほかの担当者の承認を待っています。</span> : (
        <Button size="small" variant="primary" isBusy={approve.isPending} onClick={() => void run(() => approve.mutateAsync({ refundId }), { done: `${formatYen(amountYen)}円の返金を承認しました` })}>承認して返金する</Button>
      )}
      <Button size="small" isBusy={withdraw.isPending} onClick={() => void run(() => withdraw.mutateAsync({ refundId }), { done: '返金を取り下げました' })}>取り下げる</Button>
    </span>
  )
}
