import { zodResolver } from '@hookform/resolvers/zod'
import { type FiscalYear, fiscalYear as fiscalYearOfNumber } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { DateContext } from '@sasaeai/domain/calendar/parse-date'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { type AllocationDetails, allocationFields } from '@sasaeai/domain/community-chest/allocation/allocation-input'
import { driveKindNames, driveKinds } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { typedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount, readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { useGround } from '../../ledger/use-ground.ts'
import type { Allocation } from './allocations-page.tsx'

function typedAllocationSchema(context: DateContext) {
  return z.object({ ...allocationFields, decidedOn: typedDateSchema(context), decidedYen: typedYen.pipe(allocationFields.decidedYen) })
}
type AllocationDraft = z.input<ReturnType<typeof typedAllocationSchema>>
type AllocationForm = UseFormReturn<AllocationDraft, unknown, Omit<AllocationDetails, 'fiscalYear'>>

interface AllocationDialogProps extends DialogTurns {
  /** Null for a new one. */
  readonly allocation: Allocation | null
  readonly fiscalYear: FiscalYear
}

/** Writes down a decision of the 共同募金会, or corrects what was written. */
export function AllocationDialog({ allocation, fiscalYear, ...turns }: AllocationDialogProps) {
  const context = { today: useToday(), fiscalYear }
  const save = useMutation(trpc.communityChest.allocation.save.mutationOptions())
  const form: AllocationForm = useForm({ resolver: zodResolver(typedAllocationSchema(context)), defaultValues: draftOf(allocation, fiscalYear), shouldFocusError: false })
  const change = allocation === null ? null : { allocationId: allocation.allocationId, revision: allocation.revision }
  return (
    <FormDialog title={allocation === null ? `${formatFiscalYear(fiscalYear)}の配分金を追加する` : '配分金を直す'} form={form} {...turns}
      save={(details) => save.mutateAsync({ change, details: { ...details, fiscalYear } })}>
      {(errorOf) => (
        <>
          <TextField label="名称" requirement="required" id="name" support="例：地域福祉活動配分金" autoComplete="off" error={errorOf('name')} {...form.register('name')} />
          <Origin form={form} errorOf={errorOf} fiscalYear={fiscalYear} />
          <Decision form={form} errorOf={errorOf} context={context} />
        </>
      )}
    </FormDialog>
  )
}

interface PartProps {
  readonly form: AllocationForm
  readonly errorOf: ErrorOf
}

/** As far back as money that is given now can have been collected. */
const yearsBack = 6

function Origin({ form: { register }, errorOf, fiscalYear }: PartProps & { readonly fiscalYear: FiscalYear }) {
  const ground = useGround()
  const years = Array.from({ length: yearsBack }, (_, index) => fiscalYearOfNumber(fiscalYear - index))
  const sources = [...(ground.data?.sources ?? [])]
    .filter(([, { category, isClosed }]) => category === 'subsidy' && !isClosed)
    .map(([value, { name }]) => ({ value, label: name }))
  return (
    <>
      <SelectField label="原資の年度" requirement="required" id="sourceYear" support="募金が集まった年度です。" options={years.map((year) => ({ value: String(year), label: formatFiscalYear(year) }))}
        error={errorOf('sourceYear')} {...register('sourceYear')} />
      <SelectField label="原資の運動" requirement="required" id="drive" options={driveKinds.map((value) => ({ value, label: driveKindNames[value] }))} error={errorOf('drive')}
        {...register('drive')} />
      <TextField label="枠" requirement="optional" id="label" support="共同募金会の呼び方のまま。例：A枠" width="short" autoComplete="off" error={errorOf('label')} {...register('label')} />
      {/* Shown anew when its choices have come: a native list forgets a value that it did not know yet. */}
      <SelectField key={sources.length} label="財源" requirement="required" id="fundingSourceId" emptyLabel="選択してください" options={sources}
        support="受け入れると、この財源の収入（補助金）として記帳します。" error={errorOf('fundingSourceId')} {...register('fundingSourceId')} />
    </>
  )
}

function Decision({ form: { register, formState }, errorOf, context }: PartProps & { readonly context: DateContext }) {
  const { decidedOn, decidedYen } = formState.defaultValues ?? {}
  return (
    <>
      <DateField label="決定日" requirement="required" id="decidedOn" read={(text) => readTypedDate(text, context)} support="決定の通知にある日です。例：R8.4.1" defaultValue={decidedOn}
        error={errorOf('decidedOn')} {...register('decidedOn')} />
      <AmountField label="決定額" requirement="required" id="decidedYen" read={readTypedAmount} defaultValue={decidedYen} error={errorOf('decidedYen')} {...register('decidedYen')} />
      <TextAreaField label="備考" requirement="optional" id="note" error={errorOf('note')} {...register('note')} />
    </>
  )
}

function draftOf(allocation: Allocation | null, fiscalYear: FiscalYear): AllocationDraft {
  if (allocation === null) {
    return { name: '', sourceYear: String(fiscalYear - 1), drive: 'red_feather', label: '', fundingSourceId: '', decidedOn: '', decidedYen: '', note: '' }
  }
  const { name, sourceYear, drive, label, fundingSourceId, decidedOn, decidedYen, note } = allocation
  return {
    name, sourceYear: String(sourceYear), drive, label, fundingSourceId, decidedOn: formatLocalDateShort(decidedOn), decidedYen: formatYen(decidedYen), note,
  }
}
