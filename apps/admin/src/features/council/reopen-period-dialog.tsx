import { zodResolver } from '@hookform/resolvers/zod'
import { type ReopenPeriodInput, reopenPeriodSchema } from '@sasaeai/domain/council/fiscal-year-input'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'
import { type FiscalMonthLine, monthName } from './fiscal-month-line.ts'

/** Reopens a closed month; the reason goes into the audit trail. */
export function ReopenPeriodDialog({ month, onClose }: { month: FiscalMonthLine; onClose: () => void }) {
  const reopen = useMutation(trpc.council.reopenPeriod.mutationOptions())
  const form = useForm<z.input<typeof reopenPeriodSchema>, unknown, ReopenPeriodInput>({
    resolver: zodResolver(reopenPeriodSchema),
    defaultValues: { firstDay: month.firstDay, reason: '' },
    shouldFocusError: false,
  })
  return (
    <FormDialog
      title={`${monthName(month)}の締めを解除しますか？`}
      form={form}
      save={reopen.mutateAsync}
      saveLabel="締めを解除する"
      done={`${monthName(month)}の締めを解除しました`}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <p>この月の日付で、また記帳や取消ができるようになります。すでに報告した数字が変わることがあります。</p>
          <TextAreaField label="解除する理由" requirement="required" id="reason" support="監査ログに残ります。例：10月分の寄附を1件記帳し忘れたため"
            error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
