import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { DateField } from '@sasaeai/ui/date-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

/** 世帯数＋予備 for every area that has none yet; what was typed stays. */
export function IssueMaterialsDialog({ fiscalYear, onClose }: { fiscalYear: FiscalYear; onClose: () => void }) {
  const issue = useMutation(trpc.membershipDues.material.issueToAll.mutationOptions())
  const run = useRunCommand()
  const toast = useToast()
  const context = { today: today(), fiscalYear }
  const [typed, setTyped] = useState({ spare: '5', issuedOn: formatLocalDateShort(today()), withEnvelopes: true, withSlips: false })
  const [isRefused, setRefused] = useState(false)
  const spare = Number(typed.spare.normalize('NFKC').trim())
  const day = parseDate(typed.issuedOn, context)
  const isReadable = Number.isInteger(spare) && spare >= 0 && spare <= 1_000 && day.ok
  const submit = async () => {
    if (!isReadable || !(typed.withEnvelopes || typed.withSlips)) return setRefused(true)
    const { withEnvelopes, withSlips } = typed
    let words = ''
    const isDone = await run(
      async () => {
        const outcome = await issue.mutateAsync({ fiscalYear, spare, issuedOn: day.date, withEnvelopes, withSlips })
        if (outcome.ok) words = wordsOf(outcome.value)
        return outcome
      },
      { done: '資材の枚数を書き込みました' },
    )
    if (!isDone) return undefined
    toast({ text: words })
    return onClose()
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => void submit()}
      isBusy={issue.isPending}
      title="世帯数に合わせて渡す"
      confirmLabel="書き込む"
    >
      <div className="flex flex-col gap-4">
        <p>世帯数に予備を足した枚数を、まだ枚数のないすべての地域に書き込みます。入力済みの枚数はそのままです。</p>
        <CheckboxField
          label="封筒"
          checked={typed.withEnvelopes}
          onChange={(event) => setTyped({ ...typed, withEnvelopes: event.currentTarget.checked })}
        />
        <CheckboxField
          label="納入票"
          checked={typed.withSlips}
          onChange={(event) => setTyped({ ...typed, withSlips: event.currentTarget.checked })}
        />
        <TextField
          label="予備"
          width="short"
          unit="枚"
          inputMode="numeric"
          defaultValue={typed.spare}
          onChange={(event) => setTyped({ ...typed, spare: event.currentTarget.value })}
        />
        <DateField
          label="渡した日"
          defaultValue={typed.issuedOn}
          read={(text) => readTypedDate(text, context)}
          onChange={(event) => setTyped({ ...typed, issuedOn: event.currentTarget.value })}
        />
        {isRefused && (
          <p role="alert" className="text-red-900">
            封筒か納入票を選び、予備は0から1,000までの整数、渡した日は日付を入力してください。
          </p>
        )}
      </div>
    </ConfirmDialog>
  )
}

function wordsOf({ issued, withoutHouseholds }: { issued: number; withoutHouseholds: number }): string {
  const without = withoutHouseholds === 0 ? '' : `世帯数のない${groupDigits(withoutHouseholds)}地域は書き込んでいません。`
  return issued === 0 ? `新しく書き込む地域はありませんでした。${without}` : `${groupDigits(issued)}地域に書き込みました。${without}`
}
