import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { checkFormBlock, type FormBlockDetails, formBlockFields } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-input'
import { DateField } from '@sasaeai/ui/date-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import type { FormBlock } from './form-block-page.tsx'

const typedBlock = z.object({ ...formBlockFields, receivedOn: typedDateSchema({ today: today() }) }).superRefine(checkFormBlock)
type BlockDraft = z.input<typeof typedBlock>

/** 冊: takes in a block of forms, or corrects one. */
export function FormBlockDialog({ block, ...turns }: DialogTurns & { /** Null for a new one. */ readonly block: FormBlock | null }) {
  const save = useMutation(trpc.communityChest.receiptForm.saveBlock.mutationOptions())
  const draft = draftOf(block)
  const form = useForm<BlockDraft, unknown, FormBlockDetails>({ resolver: zodResolver(typedBlock), defaultValues: draft, shouldFocusError: false })
  const { register } = form
  const change = block === null ? null : { blockId: block.blockId, revision: block.revision }
  return (
    <FormDialog title={block === null ? '領収書用紙の冊を受け取る' : '冊を直す'} form={form} {...turns} save={(details) => save.mutateAsync({ change, details })}>
      {(errorOf) => (
        <>
          <TextField label="様式・記号" requirement="required" id="series" support="用紙に印刷されたとおりに。例：領収書 A" autoComplete="off" error={errorOf('series')} {...register('series')} />
          <TextField label="最初の番号" requirement="required" id="firstNumber" width="short" support="例：1201" inputMode="numeric" autoComplete="off" error={errorOf('firstNumber')} {...register('firstNumber')} />
          <TextField label="最後の番号" requirement="required" id="lastNumber" width="short" support="例：1250" inputMode="numeric" autoComplete="off" error={errorOf('lastNumber')} {...register('lastNumber')} />
          <DateField label="受取日" requirement="required" id="receivedOn" read={readTypedDate} support="この日の年度の受入れになります。" defaultValue={draft.receivedOn} error={errorOf('receivedOn')}
            {...register('receivedOn')} />
          <TextField label="保管する人・場所" requirement="optional" id="keeper" support="例：事務局の金庫" autoComplete="off" error={errorOf('keeper')} {...register('keeper')} />
          <TextAreaField label="備考" requirement="optional" id="note" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}

function draftOf(block: FormBlock | null): BlockDraft {
  if (block === null) return { series: '', firstNumber: '', lastNumber: '', receivedOn: formatLocalDateShort(today()), keeper: '', note: '' }
  const { series, firstNumber, lastNumber, receivedOn, keeper, note } = block
  return { series, firstNumber: String(firstNumber), lastNumber: String(lastNumber), receivedOn: formatLocalDateShort(receivedOn), keeper, note }
}
