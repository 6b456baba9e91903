import { zodResolver } from '@hookform/resolvers/zod'
import { fiscalYear, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type SetUpInput, setUpInputSchema } from '@sasaeai/domain/council/set-up-input'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { Button } from '@sasaeai/ui/button'
import { ErrorSummary } from '@sasaeai/ui/error-summary'
import { FormSection } from '@sasaeai/ui/form-section'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { errorLines } from '../../app/form-errors.ts'
import { faultMessage, trpc } from '../../app/trpc.ts'
import { askAuth } from './auth-requests.ts'
import { DefaultChart } from './default-chart.tsx'
import { SetUpAdministratorFields, SetUpCouncilFields } from './set-up-fields.tsx'
import { signInAnswerSchema } from './sign-in-form.tsx'

/** What the set-up form holds before it is read. */
export type SetUpDraft = z.input<typeof setUpInputSchema>

/** The council, its first fiscal year, its accounts and its first administrator, in one go. */
export function SetUpForm({ thisYear }: { thisYear: FiscalYear }) {
  const form = useForm<SetUpDraft, unknown, SetUpInput>({
    resolver: zodResolver(setUpInputSchema),
    defaultValues: { fiscalYear: thisYear },
    shouldFocusError: false,
  })
  const enter = useEnter()
  const complete = useMutation(trpc.setUp.complete.mutationOptions())
  const { errors, submitCount } = form.formState
  const submit = form.handleSubmit(async (input) => {
    const outcome = await complete.mutateAsync(input)
    if (outcome.ok) await enter(input.administrator)
  })
  const refusal = complete.isError ? faultMessage(complete.error) : complete.data?.ok === false ? failureMessage(complete.data) : undefined
  return (
    <form noValidate onSubmit={(event) => void submit(event).catch(() => {})} className="flex flex-col gap-4">
      <p>次の4つを決めると、使い始められます。どれも、あとから「設定」で直せます。</p>
      <ErrorSummary errors={errorLines(errors)} attempt={submitCount} />
      {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
      <SetUpCouncilFields form={form} />
      <FormSection title="2. はじめの年度" description="4月1日から翌年3月31日までです。この年度の12か月を開きます。">
        <SelectField label="年度" id="fiscalYear" options={yearsAround(thisYear)}
          {...form.register('fiscalYear', { valueAsNumber: true })} />
      </FormSection>
      <FormSection title="3. 勘定科目" description="標準の科目表で始めます。科目の追加や名称の変更は、あとからできます。">
        <DefaultChart />
      </FormSection>
      <SetUpAdministratorFields form={form} />
      <div className="border-t border-line pt-6">
        <Button type="submit" variant="primary" isBusy={form.formState.isSubmitting} busyLabel="登録しています">
          登録して使い始める
        </Button>
      </div>
    </form>
  )
}

/** Signs the new administrator in and leads them to the front page. */
function useEnter() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async ({ email, password }: { email: string; password: string }) => {
    await askAuth('/sign-in/email', signInAnswerSchema, { email, password })
    queryClient.clear()
    await navigate({ to: '/', replace: true })
  }
}

function yearsAround(thisYear: FiscalYear) {
  return [-2, -1, 0, 1].map((distance) => {
    const year = fiscalYear(thisYear + distance)
    return { value: String(year), label: formatFiscalYear(year) }
  })
}
