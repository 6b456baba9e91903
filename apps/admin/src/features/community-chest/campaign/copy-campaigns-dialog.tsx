import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type CopiedGoals, copiedGoalNames, copiedGoals } from '@sasaeai/domain/community-chest/campaign/campaign-input'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

/** 前年度から写す: what is missing, as often as one likes. */
export function CopyCampaignsDialog({ year, onClose }: { year: FiscalYear; onClose: () => void }) {
  const copy = useMutation(trpc.communityChest.campaign.copyFromLastYear.mutationOptions())
  const run = useRunCommand()
  const toast = useToast()
  const [goals, setGoals] = useState<CopiedGoals>('none')
  const submit = async () => {
    let words = ''
    const isDone = await run(
      async () => {
        const outcome = await copy.mutateAsync({ toYear: year, goals })
        if (outcome.ok) words = wordsOf(outcome.value)
        return outcome
      },
      { done: '前年度から写しました' },
    )
    if (!isDone) return
    toast({ text: words })
    onClose()
  }
  return (
    <ConfirmDialog isOpen onClose={onClose} onConfirm={() => void submit()} isBusy={copy.isPending}
      title={`${formatFiscalYear(fiscalYear(year - 1))}から写しますか？`} confirmLabel="写す">
      <div className="flex flex-col gap-4">
        <p>まだない運動を、期間を1年ずらして写します。いまある運動と、決めてある目標額は変わりません。</p>
        <RadioGroupField label="目標額" name="goals" defaultValue="none"
          options={copiedGoals.map((value) => ({ value, label: copiedGoalNames[value] }))}
          onChange={(event) => setGoals(copiedGoals.find((each) => each === event.currentTarget.value) ?? 'none')} />
      </div>
    </ConfirmDialog>
  )
}

function wordsOf({ campaigns, withGoals }: { campaigns: number; withGoals: number }): string {
  if (campaigns + withGoals === 0) return '新しく写すものはありませんでした'
  return `運動を${campaigns}件、目標額を${withGoals}件の運動に写しました`
}
