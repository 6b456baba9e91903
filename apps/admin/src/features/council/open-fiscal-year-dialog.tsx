import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type OpenFiscalYearInput, openFiscalYearSchema } from '@sasaeai/domain/council/fiscal-year-input'
import { copiedGoalNames, copiedGoals } from '@sasaeai/domain/community-chest/campaign/campaign-input'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'

/** Opens a fiscal year and takes over from the year beside it what is wanted. */
export function OpenFiscalYearDialog({ year, onClose }: { year: FiscalYear; onClose: () => void }) {
  const open = useMutation(trpc.council.openYear.mutationOptions())
  const form = useForm<z.input<typeof openFiscalYearSchema>, unknown, OpenFiscalYearInput>({
    resolver: zodResolver(openFiscalYearSchema),
    defaultValues: { year, copyCampaigns: true, campaignGoals: 'none', copyHouseholds: true, copyTargets: false, copyDuesTerms: true },
    shouldFocusError: false,
  })
  return (
    <FormDialog
      title={`${formatFiscalYear(year)}を開きますか？`}
      form={form}
      save={open.mutateAsync}
      saveLabel={`${formatFiscalYear(year)}を開く`}
      done={`${formatFiscalYear(year)}を開きました`}
      onClose={onClose}
    >
      {() => (
        <>
          <p>4月から翌年3月までの12か月に記帳できるようになります。隣の年度から引き継ぐものを選んでください。</p>
          <div>
            <CheckboxField label="運動（期間は同じ月日になります）" {...form.register('copyCampaigns')} />
            <CheckboxField label="世帯数（基準日はもとのままです）" {...form.register('copyHouseholds')} />
            <CheckboxField label="会費の条件（目安・納入月・還元率。あとで変えられます）" {...form.register('copyDuesTerms')} />
            <CheckboxField label="財源の目標額" {...form.register('copyTargets')} />
          </div>
          <SelectField label="運動の目標額" requirement="optional" id="campaignGoals" support="運動を引き継ぐときの、校区や募金方法ごとの目標額です。"
            options={copiedGoals.map((value) => ({ value, label: copiedGoalNames[value] }))} {...form.register('campaignGoals')} />
        </>
      )}
    </FormDialog>
  )
}
