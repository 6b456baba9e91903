import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { goodwillUndoReasonNames, goodwillUndoReasons, undoGoodwillActSchema } from '@sasaeai/domain/goodwill-bank/act/undo-goodwill-act-input'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import type { GoodwillAct } from './act-words.ts'

const typedUndo = undoGoodwillActSchema.omit({ actId: true }).extend({ undoneOn: typedDateSchema({ today: today() }) })

/** 取消: the day and one of a few reasons, never words of one's own. Goods go back and entries are reversed together. */
export function UndoActDialog({ act, onClose }: { act: GoodwillAct; onClose: () => void }) {
  const undo = useMutation(trpc.goodwillBank.undo.mutationOptions())
  const undoneOn = formatLocalDateShort(today())
  const form = useForm({ resolver: zodResolver(typedUndo), defaultValues: { undoneOn, reason: 'mistyped' as const }, shouldFocusError: false })
  const name = goodwillActName(act)
  return (
    <FormDialog title={`${name}を取り消す`} form={form} onClose={onClose} saveLabel="取り消す" done={`${name}を取り消しました`} save={(details) => undo.mutateAsync({ ...details, actId: act.actId })}>
      {(errorOf) => (
        <>
          <p className="phrases">元の記録は消えず、反対の記録が加わります。品物の在庫は元に戻り、伝票があれば赤伝も記帳されます。</p>
          <DateField label="取消の日付" requirement="required" id="undoneOn" read={readTypedDate} support="締めていない月の日付にします。" defaultValue={undoneOn}
            error={errorOf('undoneOn')} {...form.register('undoneOn')} />
          <RadioGroupField label="取消の理由" requirement="required" id="reason" defaultValue="mistyped"
            options={goodwillUndoReasons.map((value) => ({ value, label: goodwillUndoReasonNames[value] }))} error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
