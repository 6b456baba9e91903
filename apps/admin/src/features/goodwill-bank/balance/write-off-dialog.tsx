import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { formatGoods } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { goodsLossReasonNames, writeOffReasons } from '@sasaeai/domain/goodwill-bank/stocktaking/goods-loss-reason'
import { id } from '@sasaeai/domain/ids'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { expiryText } from '../act/act-words.ts'
import type { StockLot } from './goodwill-balance-page.tsx'

const typedWriteOff = z.object({ writtenOffOn: typedDateSchema({ today: today() }), reason: z.enum(writeOffReasons, '理由を選んでください。') })

interface WriteOffDialogProps {
  readonly lots: readonly StockLot[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** 廃棄 of what was chosen, all that is there of it, for one reason. */
export function WriteOffDialog({ lots, onClose, onDone }: WriteOffDialogProps) {
  // Made when the dialog opens, so that an answer that was lost does not throw away twice.
  const [actId] = useState(() => id<'GoodwillActId'>(newId()))
  const writeOff = useMutation(trpc.goodwillBank.writeOff.mutationOptions())
  const writtenOffOn = formatLocalDateShort(today())
  const form = useForm({ resolver: zodResolver(typedWriteOff), defaultValues: { writtenOffOn, reason: 'expired' as const }, shouldFocusError: false })
  return (
    <FormDialog title="廃棄として記録する" form={form} onClose={onClose} saveLabel="記録する" done={`${lots.length}件を廃棄として記録しました`}
      save={async ({ writtenOffOn: day, reason }) => {
        const outcome = await writeOff.mutateAsync({ actId, writtenOffOn: day, lines: lots.map(({ lotId, quantity }) => ({ lotId, quantity, reason })) })
        if (outcome.ok) onDone()
        return outcome
      }}>
      {(errorOf) => (
        <>
          <ul className="list-disc pl-6">
            {lots.map((lot) => <li key={lot.lotId}>{lot.itemName}　{formatGoods(lot.quantity, lot)}（期限 {expiryText(lot.expiresOn)}）</li>)}
          </ul>
          <DateField label="廃棄した日" requirement="required" id="writtenOffOn" read={readTypedDate} defaultValue={writtenOffOn} error={errorOf('writtenOffOn')} {...form.register('writtenOffOn')} />
          <RadioGroupField label="理由" requirement="required" id="reason" defaultValue="expired" options={writeOffReasons.map((value) => ({ value, label: goodsLossReasonNames[value] }))}
            error={errorOf('reason')} {...form.register('reason')} />
        </>
      )}
    </FormDialog>
  )
}
