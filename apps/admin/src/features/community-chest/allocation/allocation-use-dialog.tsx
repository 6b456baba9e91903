import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { optionalTypedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { allocationStanding } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { type AllocationUseDetails, allocationUseFields } from '@sasaeai/domain/community-chest/allocation/allocation-use-input'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen, formatYenDelta } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount, readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import type { Allocation, AllocationUse } from './allocations-page.tsx'

const typedUse = z.object({
  ...allocationUseFields,
  amountYen: typedYen.pipe(allocationUseFields.amountYen),
  reportDueOn: optionalTypedDateSchema({ today: today() }),
  reportedOn: optionalTypedDateSchema({ today: today() }),
})
type UseDraft = z.input<typeof typedUse>

interface AllocationUseDialogProps extends DialogTurns {
  readonly allocation: Allocation
  /** Null for a new one. */
  readonly use: AllocationUse | null
}

/** 使途: which project of which group, and what was done with it. */
export function AllocationUseDialog({ allocation, use, ...turns }: AllocationUseDialogProps) {
  const save = useMutation(trpc.communityChest.allocation.saveUse.mutationOptions())
  const draft = draftOf(use)
  const form = useForm<UseDraft, unknown, AllocationUseDetails>({ resolver: zodResolver(typedUse), defaultValues: draft, shouldFocusError: false })
  const { register } = form
  const change = use === null ? null : { useId: use.useId, revision: use.revision }
  const support = `使途が決まっていない額は${formatYenDelta(allocationStanding(allocation).remainingYen)}円です。`
  return (
    <FormDialog title={use === null ? '使途を追加する' : '使途を直す'} form={form} {...turns}
      save={(details) => save.mutateAsync({ allocationId: allocation.allocationId, change, details })}>
      {(errorOf) => (
        <>
          <TextField label="団体" requirement="required" id="groupName" support="例：ささえ市社会福祉協議会" autoComplete="off" error={errorOf('groupName')} {...register('groupName')} />
          <TextField label="事業名" requirement="required" id="projectName" support="例：ふれあいサロン" autoComplete="off" error={errorOf('projectName')} {...register('projectName')} />
          <AmountField label="助成額" requirement="required" id="amountYen" read={readTypedAmount} support={support} defaultValue={draft.amountYen} error={errorOf('amountYen')} {...register('amountYen')} />
          <TextField label="対象者数" requirement="optional" id="beneficiaries" width="tiny" unit="人" inputMode="numeric" autoComplete="off" error={errorOf('beneficiaries')} {...register('beneficiaries')} />
          <DateField label="報告の期限" requirement="optional" id="reportDueOn" read={readTypedDate} support="共同募金会へ使途を報告する日。例：R9.3.31" defaultValue={draft.reportDueOn}
            error={errorOf('reportDueOn')} {...register('reportDueOn')} />
          <DateField label="報告した日" requirement="optional" id="reportedOn" read={readTypedDate} defaultValue={draft.reportedOn} error={errorOf('reportedOn')} {...register('reportedOn')} />
          <TextAreaField label="活動内容" requirement="optional" id="activity" support="公表されます。個人の名前は書かないでください。" error={errorOf('activity')} {...register('activity')} />
          <TextAreaField label="ありがとうメッセージ" requirement="optional" id="message" support="募金した人への言葉。公表されます。" error={errorOf('message')} {...register('message')} />
        </>
      )}
    </FormDialog>
  )
}

function draftOf(use: AllocationUse | null): UseDraft {
  if (use === null) return { groupName: '', projectName: '', amountYen: '', activity: '', message: '', beneficiaries: '', reportDueOn: '', reportedOn: '' }
  const { groupName, projectName, amountYen, activity, message, beneficiaries, reportDueOn, reportedOn } = use
  const typed = (date: LocalDate | null) => (date === null ? '' : formatLocalDateShort(date))
  return {
    groupName, projectName, amountYen: formatYen(amountYen), activity, message, beneficiaries: beneficiaries === null ? '' : String(beneficiaries),
    reportDueOn: typed(reportDueOn), reportedOn: typed(reportedOn),
  }
}
