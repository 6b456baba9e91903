import { zodResolver } from '@hookform/resolvers/zod'
import { id } from '@sasaeai/domain/ids'
import { formatYen, yen, type Yen } from '@sasaeai/domain/money/yen'
import { asksGiverForAccount, typedRefundSchema } from '@sasaeai/domain/online-giving/refund/refund-input'
import { paymentMethodName } from '@sasaeai/domain/online-giving/gift/payment-method-name'
import { AmountField } from '@sasaeai/ui/amount-field'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { type GiftPayment, restOf } from './gift-payment.ts'

interface RefundDialogProps {
  readonly payment: GiftPayment
  readonly refundApprovalYen: Yen
  readonly onClose: () => void
}

/** 返金: how much goes back, and why. */
export function RefundDialog({ payment, refundApprovalYen, onClose }: RefundDialogProps) {
  const request = useMutation(trpc.onlineGiving.refund.request.mutationOptions())
  // One dialog is one refund, however often its button is pressed.
  const [refundId] = useState(() => id<'OnlineRefundId'>(newId()))
  const rest = yen(restOf(payment))
  const form = useForm({ resolver: zodResolver(typedRefundSchema), defaultValues: { amountYen: formatYen(rest), reason: '' }, shouldFocusError: false })
  const save = (details: { amountYen: Yen; reason: string }) => request.mutateAsync({ refundId, paymentId: payment.paymentId, ...details })
  return (
    <FormDialog title="返金する" form={form} saveLabel="返金を頼む" done="返金を頼みました" onClose={onClose} save={save}>
      {(errorOf) => (
        <>
          <p>
            決済会社が返金を済ませると、帳簿から自動で取り消されます。全額のときは取消し、一部のときは残りの額で記帳し直し、前年度までの受入は雑支出にします。有効な領収書は無効にし、残りがあれば発行し直します。
          </p>
          {asksGiverForAccount(payment.method) && (
            <NoticeBanner tone="warning" title={`${paymentMethodName(payment.method)}の返金は、時間がかかります`}>
              決済会社から寄附者へ、振込先を尋ねるメールが届きます。寄附者が口座を登録するまで、返金は終わりません。先に寄附者へ知らせてください。
            </NoticeBanner>
          )}
          <AmountField label="返金する額" requirement="required" id="amountYen" read={readTypedAmount} support={`${formatYen(rest)}円まで。${formatYen(refundApprovalYen)}円以上は、ほかの担当者の承認が要ります。`}
            error={errorOf('amountYen')} {...form.register('amountYen')} />
          <TextField label="返金の理由" requirement="required" id="reason" support="例：二重に申し込まれたため" error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
