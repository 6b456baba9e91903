import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { GoalSheetWire } from '@sasaeai/domain/community-chest/goal/goal-sheet-wire'
import { formatYen, formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { useState } from 'react'

interface GoalFiguresProps {
  readonly sheet: GoalSheetWire
  /** What the goals of all areas come to, as typed. */
  readonly sumYen: number
  readonly mayWrite: boolean
  readonly isSaving: boolean
  readonly onTakeSum: () => Promise<boolean>
}

/** 目標額 as it is fixed, what the areas come to, and the difference between the two. */
export function GoalFigures({ sheet, sumYen, mayWrite, isSaving, onTakeSum }: GoalFiguresProps) {
  const { goalYen, goalPublishedOn } = sheet
  const [asks, setAsks] = useState(false)
  const difference = goalYen === null ? null : sumYen - goalYen
  const submit = async () => {
    await onTakeSum()
    setAsks(false)
  }
  return (
    <div className="mb-6 grid gap-6 sm:grid-cols-3 print:grid-cols-3 print:gap-4">
      <StatFigure label="目標額" value={goalYen === null ? '—' : formatYen(goalYen)} unit={goalYen === null ? undefined : '円'}
        note={goalPublishedOn === null ? 'まだ公表していません' : `${formatLocalDate(goalPublishedOn)}に公表`} />
      <StatFigure label="積み上げ" value={formatYen(yen(sumYen))} unit="円" note="下の表の合計" />
      <div className="flex flex-col gap-2">
        <StatFigure label="差" value={difference === null ? '—' : formatYenDelta(yen(difference))} unit={difference === null ? undefined : '円'}
          note={difference === 0 ? '目標額と積み上げが合っています' : '積み上げ − 目標額'} />
        {mayWrite && difference !== 0 && sumYen > 0 && (
          <Button size="small" className="self-start print-hidden" onClick={() => setAsks(true)}>積み上げを目標額にする</Button>
        )}
      </div>
      <ConfirmDialog isOpen={asks} onClose={() => setAsks(false)} onConfirm={() => void submit()} isBusy={isSaving}
        title={`目標額を${formatYen(yen(sumYen))}円にしますか？`} confirmLabel="保存して目標額にする">
        <p>
          表の入力を保存し、その合計を運動の目標額にします。
          {goalPublishedOn !== null && `目標額は${formatLocalDate(goalPublishedOn)}に公表済みです。変えたときは、公表し直してください。`}
        </p>
      </ConfirmDialog>
    </div>
  )
}
