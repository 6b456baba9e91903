import { zodResolver } from '@hookform/resolvers/zod'
import type { OnlineGiftId } from '@sasaeai/domain/ids'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { typedNewAmountSchema, typedWishSchema } from '@sasaeai/domain/online-giving/recurring/recurring-gift-input'
import { AmountField } from '@sasaeai/ui/amount-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'

export type RecurringAct = 'amount' | 'pause' | 'resume' | 'end'

interface ChangeRecurringDialogProps {
  readonly giftId: OnlineGiftId
  readonly amountYen: Yen
  readonly act: RecurringAct
  readonly onClose: () => void
}

/** 毎月の寄附の変更: only on the giver's wish, which is asked for. */
export function ChangeRecurringDialog(props: ChangeRecurringDialogProps) {
  return props.act === 'amount' ? <NewAmountDialog {...props} /> : <WishDialog {...props} act={props.act} />
}

const wishSupport = '例：電話で本人から希望'

function NewAmountDialog({ giftId, amountYen, onClose }: ChangeRecurringDialogProps) {
  const change = useMutation(trpc.onlineGiving.recurring.change.mutationOptions())
  const [changeId] = useState(newId)
  const form = useForm({ resolver: zodResolver(typedNewAmountSchema), defaultValues: { amountYen: formatYen(amountYen), wish: '' }, shouldFocusError: false })
  return (
    <FormDialog title="毎月の金額を変える" form={form} saveLabel="金額を変える" done="毎月の金額を変えました" onClose={onClose} save={(details) => change.mutateAsync({ kind: 'amount', changeId, giftId, ...details })}>
      {(errorOf) => (
        <>
          <p>次の引き落としから変わります。すでに引き落とした月の金額は変わりません。</p>
          <AmountField label="新しい毎月の金額" requirement="required" id="amountYen" read={readTypedAmount} error={errorOf('amountYen')} {...form.register('amountYen')} />
          <TextField label="寄附者からの申し出" requirement="required" id="wish" support={wishSupport} error={errorOf('wish')} {...form.register('wish')} />
        </>
      )}
    </FormDialog>
  )
}

const words: Record<Exclude<RecurringAct, 'amount'>, { readonly title: string; readonly done: string; readonly text: string }> = {
  pause: { title: '毎月の寄附を休止する', done: '毎月の寄附を休止しました', text: '再開するまで引き落としません。休んでいるあいだの分を、あとから引き落とすことはありません。' },
  resume: { title: '毎月の寄附を再開する', done: '毎月の寄附を再開しました', text: '次の引き落としの日から、また引き落とします。' },
  end: { title: '毎月の寄附を終了する', done: '毎月の寄附を終了しました', text: '終了すると元に戻せません。続けるときは、寄附者に新しく申し込んでもらいます。' },
}

function WishDialog({ giftId, act, onClose }: ChangeRecurringDialogProps & { readonly act: Exclude<RecurringAct, 'amount'> }) {
  const change = useMutation(trpc.onlineGiving.recurring.change.mutationOptions())
  const [changeId] = useState(newId)
  const form = useForm({ resolver: zodResolver(typedWishSchema), defaultValues: { wish: '' }, shouldFocusError: false })
  const { title, done, text } = words[act]
  return (
    <FormDialog title={title} form={form} saveLabel={title.replace('毎月の寄附を', '')} done={done} onClose={onClose} save={({ wish }) => change.mutateAsync({ kind: act, changeId, giftId, wish })}>
      {(errorOf) => (
        <>
          <p>{text}</p>
          <TextField label="寄附者からの申し出" requirement="required" id="wish" support={wishSupport} error={errorOf('wish')} {...form.register('wish')} />
        </>
      )}
    </FormDialog>
  )
}
