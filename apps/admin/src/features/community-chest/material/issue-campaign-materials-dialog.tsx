import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { type MaterialItem, materialItemNames, materialItems } from '@sasaeai/domain/community-chest/material/material-item'
import type { CampaignId } from '@sasaeai/domain/ids'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { useToday } from '../../../app/use-today.ts'

/** 世帯数＋予備, or the same number each, for every area that has none yet; what was typed stays. */
export function IssueCampaignMaterialsDialog({ campaignId, onClose }: { campaignId: CampaignId; onClose: () => void }) {
  const issue = useMutation(trpc.communityChest.material.issueToAll.mutationOptions())
  const run = useRunCommand()
  const toast = useToast()
  const context = { today: useToday() }
  const [items, setItems] = useState<readonly MaterialItem[]>(['feather', 'envelope'])
  const [typed, setTyped] = useState({ spare: '5', issuedOn: formatLocalDateShort(context.today), byHouseholds: true })
  const [isRefused, setRefused] = useState(false)
  const spare = Number(typed.spare.normalize('NFKC').trim())
  const day = parseDate(typed.issuedOn, context)
  const isReadable = Number.isInteger(spare) && spare >= 0 && spare <= 1_000 && day.ok
  const submit = async () => {
    if (!isReadable || items.length === 0) return setRefused(true)
    let words = ''
    const isDone = await run(
      async () => {
        const outcome = await issue.mutateAsync({ campaignId, items: [...items], byHouseholds: typed.byHouseholds, spare, issuedOn: day.date })
        if (outcome.ok) words = wordsOf(outcome.value)
        return outcome
      },
      { done: '資材の数を書き込みました' },
    )
    if (!isDone) return undefined
    toast({ text: words })
    return onClose()
  }
  return (
    <ConfirmDialog isOpen onClose={onClose} onConfirm={() => void submit()} isBusy={issue.isPending} title="まとめて渡す" confirmLabel="書き込む">
      <div className="flex flex-col gap-4">
        <p>選んだ品目の数を、まだ数のないすべての地域に書き込みます。入力済みの数はそのままです。</p>
        {materialItems.map((item) => (
          <CheckboxField key={item} label={materialItemNames[item]} checked={items.includes(item)}
            onChange={(event) => setItems(event.currentTarget.checked ? [...items, item] : items.filter((each) => each !== item))} />
        ))}
        <RadioGroupField label="渡す数" id="byHouseholds" name="byHouseholds" defaultValue="households"
          options={[{ value: 'households', label: '世帯数に予備を足した数' }, { value: 'same', label: 'どの地域も同じ数（ポスターなど）' }]}
          onChange={(event) => setTyped({ ...typed, byHouseholds: event.currentTarget.value === 'households' })} />
        <TextField label={typed.byHouseholds ? '予備' : '数'} width="short" inputMode="numeric" defaultValue={typed.spare}
          onChange={(event) => setTyped({ ...typed, spare: event.currentTarget.value })} />
        <DateField label="渡した日" defaultValue={typed.issuedOn} read={(text) => readTypedDate(text, context)}
          onChange={(event) => setTyped({ ...typed, issuedOn: event.currentTarget.value })} />
        {isRefused && (
          <p role="alert" className="text-red-900">
            品目を選び、数は0から1,000までの整数、渡した日は日付を入力してください。
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
