import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { reliefUndoReasonNames, reliefUndoReasons, undoReliefSchema } from '@sasaeai/domain/grant/relief/relief-payment-input'
import { formatYen } from '@sasaeai/domain/money/yen'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import type { ReliefPayment } from '../call/grant-call-page.tsx'

const typedUndo = undoReliefSchema.omit({ paymentId: true }).extend({ reversalDate: typedDateSchema({ today: today() }) })

/** 取消 of 見舞金: the day and one of a few reasons, never words of one's own. */
export function UndoReliefDialog({ payment, onClose }: { payment: ReliefPayment; onClose: () => void }) {
  const undo = useMutation(trpc.grant.relief.undo.mutationOptions())
  const reversalDate = formatLocalDateShort(today())
  const form = useForm({ resolver: zodResolver(typedUndo), defaultValues: { reversalDate, reason: 'mistyped' as const }, shouldFocusError: false })
  return (
    <FormDialog title={`見舞金 伝票${payment.entryNumber}番を取り消す`} form={form} onClose={onClose} saveLabel="取り消す" done={`伝票${payment.entryNumber}番を取り消しました`}
      save={(details) => undo.mutateAsync({ ...details, paymentId: payment.paymentId })}>
      {(errorOf) => (
        <>
          <p>
            {payment.className}　{payment.areaName}　<span className="figures">{formatYen(payment.amountYen)}円</span>の支払を取り消します。元の伝票は消えず、反対の伝票（赤伝）が加わります。
          </p>
          <DateField label="取消の日付" requirement="required" id="reversalDate" read={readTypedDate} support="締めていない月の日付にします。" defaultValue={reversalDate}
            error={errorOf('reversalDate')} {...form.register('reversalDate')} />
          <RadioGroupField label="取消の理由" requirement="required" id="reason" defaultValue="mistyped" options={reliefUndoReasons.map((value) => ({ value, label: reliefUndoReasonNames[value] }))}
            error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
