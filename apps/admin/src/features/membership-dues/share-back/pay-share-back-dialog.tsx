import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { payableYen } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { typedSharePaymentSchema } from '@sasaeai/domain/membership-dues/share-back/typed-share-back'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { DateField } from '@sasaeai/ui/date-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import type { ShareBackRun } from './share-back-run-page.tsx'

/** Asks for the day and says what will be booked, then pays the whole calculation. */
export function PayShareBackDialog({ run, onClose }: { run: ShareBackRun; onClose: () => void }) {
  const context = { today: useToday(), fiscalYear: useFiscalYearInView() }
  const pay = useMutation(trpc.membershipDues.shareBack.post.mutationOptions())
  const initial = formatLocalDateShort(context.today)
  const form = useForm<{ paidOn: string }, unknown, { paidOn: LocalDate }>({
    resolver: zodResolver(typedSharePaymentSchema(context)),
    defaultValues: { paidOn: initial },
    shouldFocusError: false,
  })
  const payable = run.payees.map(({ lines }) => payableYen(lines)).filter((amount) => amount > 0)
  return (
    <FormDialog title="還元金を支払う" form={form} save={({ paidOn }) => pay.mutateAsync({ runId: run.runId, revision: run.revision, paidOn })} onClose={onClose}
      saveLabel="支払を記帳する" done="還元金の支払を記帳しました">
      {(errorOf) => (
        <>
          <p>
            渡す先{payable.length}件、合計<strong className="figures">{formatYen(sumYen(payable))}円</strong>の支払を、渡す先ごとに1枚の伝票で記帳します。
          </p>
          <DateField label="支払日" requirement="required" id="paidOn" support="振り込んだ日、または手渡した日です。例：R8.12.10" defaultValue={initial}
            read={(text) => readTypedDate(text, context)} error={errorOf('paidOn')} {...form.register('paidOn')} />
          <p className="text-[0.875rem] text-ink-sub">記帳したあとは、この計算は変えられません。差額が△の渡す先には支払わず、次回の計算で精算します。</p>
        </>
      )}
    </FormDialog>
  )
}
