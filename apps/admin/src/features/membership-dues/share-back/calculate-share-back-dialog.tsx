import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { dayInYear } from '@sasaeai/domain/membership-dues/member/membership-state'
import { typedCutOffSchema } from '@sasaeai/domain/membership-dues/share-back/typed-share-back'
import { DateField } from '@sasaeai/ui/date-field'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'

interface CalculateShareBackDialogProps {
  readonly fiscalYear: FiscalYear
  /** The cut-off day of the draft that is there. */
  readonly cutOffOn: LocalDate | undefined
  readonly onClose: () => void
}

/** Asks up to which day dues count, calculates, and leads to the result. */
export function CalculateShareBackDialog({ fiscalYear, cutOffOn, onClose }: CalculateShareBackDialogProps) {
  const today = useToday()
  const navigate = useNavigate()
  const calculate = useMutation(trpc.membershipDues.shareBack.calculate.mutationOptions())
  const initial = formatLocalDateShort(cutOffOn ?? dayInYear(fiscalYear, today))
  const form = useForm<{ cutOffOn: string }, unknown, { cutOffOn: LocalDate }>({
    resolver: zodResolver(typedCutOffSchema({ today, fiscalYear })),
    defaultValues: { cutOffOn: initial },
    shouldFocusError: false,
  })
  const send = async (details: { cutOffOn: LocalDate }) => {
    const outcome = await calculate.mutateAsync({ fiscalYear, ...details })
    if (outcome.ok) void navigate({ to: '/dues/share-back/$runId', params: { runId: outcome.value.runId } })
    return outcome
  }
  return (
    <FormDialog title={`${formatFiscalYear(fiscalYear)}の還元金を計算する`} form={form} save={send} onClose={onClose} saveLabel="計算する"
      done="還元金を計算しました">
      {(errorOf) => (
        <>
          <DateField label="基準日" requirement="required" id="cutOffOn" support="この日までに納められた会費で計算します。例：R8.11.30" defaultValue={initial}
            read={(text) => readTypedDate(text, { today, fiscalYear })} error={errorOf('cutOffOn')} {...form.register('cutOffOn')} />
          <p className="text-[0.875rem] text-ink-sub">
            {formatFiscalYear(fiscalYear)}分の会費だけを数えます。4月以降に届いた分も含めるときは、その日を基準日にしてください。計算しただけでは、何も記帳されません。
          </p>
        </>
      )}
    </FormDialog>
  )
}
