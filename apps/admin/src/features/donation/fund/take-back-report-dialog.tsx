import { zodResolver } from '@hookform/resolvers/zod'
import { takeBackReasonSchema } from '@sasaeai/domain/donation/fund/fund-report-input'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { FundReport } from './fund-reports.tsx'

/** 取り下げ: asks for the reason, which stays in the audit log. */
export function TakeBackReportDialog({ report: { reportId, title }, onClose }: { report: FundReport; onClose: () => void }) {
  const takeBack = useMutation(trpc.donation.fund.takeBackReport.mutationOptions())
  const form = useForm({ resolver: zodResolver(takeBackReasonSchema), defaultValues: { reason: '' }, shouldFocusError: false })
  return (
    <FormDialog title={`「${title}」の公表を取り下げる`} form={form} onClose={onClose} saveLabel="取り下げる" done="公表を取り下げました"
      save={({ reason }) => takeBack.mutateAsync({ reportId, reason })}>
      {(errorOf) => (
        <>
          <p>公開データから外れ、下書きに戻ります。直してから、もう一度公表できます。</p>
          <TextField label="取り下げる理由" requirement="required" id="reason" support="監査ログに残ります。例：参加人数の誤り" autoComplete="off" error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
