import { zodResolver } from '@hookform/resolvers/zod'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type FundReportDetails, fundReportDetailsSchema } from '@sasaeai/domain/donation/fund/fund-report-input'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { FundInFull } from './fund-page.tsx'
import type { FundReport } from './fund-reports.tsx'

interface FundReportDialogProps extends DialogTurns {
  readonly full: FundInFull
  /** Null for a new one. */
  readonly report: FundReport | null
}

/** Writes what the year's money was used for, in words for those who gave it. */
export function FundReportDialog({ full: { fund, fiscalYear }, report, ...turns }: FundReportDialogProps) {
  const save = useMutation(trpc.donation.fund.saveReport.mutationOptions())
  const form = useForm<z.input<typeof fundReportDetailsSchema>, unknown, FundReportDetails>({
    resolver: zodResolver(fundReportDetailsSchema), defaultValues: draftOf(report), shouldFocusError: false,
  })
  const { register } = form
  const change = report === null ? null : { reportId: report.reportId, revision: report.revision }
  return (
    <FormDialog title={report === null ? '使途の報告を書く' : '使途の報告を直す'} form={form} {...turns}
      save={(details) => save.mutateAsync({ fundId: fund.fundId, fiscalYear, change, details })}>
      {(errorOf) => (
        <>
          <p className="text-[0.9375rem]">「{fund.name}」の{formatFiscalYear(fiscalYear)}の報告です。受入額・使用額・残高は、公表した日の帳簿から自動で入ります。</p>
          <TextField label="表題" requirement="required" id="title" support="例：子ども食堂で月2回、食事を届けました" autoComplete="off" error={errorOf('title')} {...register('title')} />
          <TextAreaField label="活動内容" requirement="required" id="body" support="公表されます。個人の名前は書かないでください。" error={errorOf('body')} {...register('body')} />
          <TextField label="対象者数" requirement="optional" id="beneficiaries" width="tiny" unit="人" inputMode="numeric" autoComplete="off" error={errorOf('beneficiaries')} {...register('beneficiaries')} />
          <TextAreaField label="ありがとうメッセージ" requirement="optional" id="message" support="寄附した方への言葉。公表されます。" error={errorOf('message')} {...register('message')} />
        </>
      )}
    </FormDialog>
  )
}

function draftOf(report: FundReport | null) {
  if (report === null) return { title: '', body: '', message: '', beneficiaries: '' }
  const { title, body, message, beneficiaries } = report
  return { title, body, message, beneficiaries: beneficiaries === null ? '' : String(beneficiaries) }
}
