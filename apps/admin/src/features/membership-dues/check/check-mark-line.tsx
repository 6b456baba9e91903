import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { Button } from '@sasaeai/ui/button'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { CheckedFinding } from './dues-checks-page.tsx'

/** 確認済み with its note, or the way to say so. */
export function CheckMarkLine({ finding }: { finding: CheckedFinding }) {
  const mayWrite = useMayDo('dues.write')
  const [isMarking, setMarking] = useState(false)
  const { mark } = finding
  if (mark !== null) return <Marked finding={finding} mark={mark} />
  if (!mayWrite) return null
  if (isMarking) return <MarkForm findingKey={finding.key} onClose={() => setMarking(false)} />
  return (
    <div className="print-hidden">
      <Button size="small" icon="check" onClick={() => setMarking(true)}>
        確認済みにする
      </Button>
    </div>
  )
}

function Marked({ finding, mark }: { finding: CheckedFinding; mark: NonNullable<CheckedFinding['mark']> }) {
  const fiscalYear = useFiscalYearInView()
  const mayWrite = useMayDo('dues.write')
  const unmark = useMutation(trpc.membershipDues.unmarkCheck.mutationOptions())
  const run = useRunCommand()
  const takeAway = () =>
    run(() => unmark.mutateAsync({ fiscalYear, findingKey: finding.key }), { done: '確認済みを外しました' })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem]">
      <StatusChip tone="success">確認済み</StatusChip>
      <span>{mark.note}</span>
      <span className="text-ink-sub">
        {mark.markedBy}　{formatLocalDateShort(localDateInTokyo(new Date(mark.markedAt)))}
      </span>
      {mayWrite && (
        <Button size="small" variant="quiet" isBusy={unmark.isPending} onClick={() => void takeAway()}>
          外す
        </Button>
      )}
    </div>
  )
}

function MarkForm({ findingKey, onClose }: { findingKey: string; onClose: () => void }) {
  const fiscalYear = useFiscalYearInView()
  const mark = useMutation(trpc.membershipDues.markCheck.mutationOptions())
  const run = useRunCommand()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('note')
    const note = typeof typed === 'string' ? typed : ''
    const isDone = await run(() => mark.mutateAsync({ fiscalYear, findingKey, note }), { done: '確認済みにしました' })
    if (isDone) onClose()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-3 print-hidden">
      <TextField label="確認の内容" requirement="optional" name="note" maxLength={200} autoFocus support="例：本人に電話で確認。追加のご協力" />
      <Button type="submit" variant="primary" isBusy={mark.isPending}>
        確認済みにする
      </Button>
      <Button variant="quiet" onClick={onClose}>
        やめる
      </Button>
    </form>
  )
}
