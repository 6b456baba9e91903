import { zodResolver } from '@hookform/resolvers/zod'
import type { GivingTargetDetails } from '@sasaeai/domain/online-giving/settings/giving-target-details'
import { givingTargetKindNames, givingTargetKinds } from '@sasaeai/domain/online-giving/settings/giving-target-kind'
import { typedGivingTargetSchema } from '@sasaeai/domain/online-giving/settings/typed-giving-target'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { draftOfTarget, firstChoicesOf, type TargetChoices, type TargetDraft, type TargetForm } from './giving-target-draft.ts'
import { GivingTargetPreview } from './giving-target-preview.tsx'
import type { GivingTarget } from './giving-targets-page.tsx'
import { TargetBookFields } from './target-book-fields.tsx'
import { TargetDriveFields } from './target-drive-fields.tsx'
import { TargetGiftFields } from './target-gift-fields.tsx'

interface GivingTargetDialogProps extends DialogTurns {
  readonly target: GivingTarget | null
  readonly choices: TargetChoices
  readonly nextSequence: number
}

/** Adds a 受付項目, or edits one, with what givers will see of it. */
export function GivingTargetDialog({ target, choices, nextSequence, ...turns }: GivingTargetDialogProps) {
  const save = useMutation(trpc.onlineGiving.settings.target.save.mutationOptions())
  const context = { today: useToday() }
  const initial = draftOfTarget(target, { choices, nextSequence })
  const form: TargetForm = useForm<TargetDraft, unknown, GivingTargetDetails>({ resolver: zodResolver(typedGivingTargetSchema(context)), defaultValues: initial, shouldFocusError: false })
  const { register } = form
  const kind = form.watch('kind')
  const readDate = (text: string) => readTypedDate(text, context)
  return (
    <FormDialog title={target === null ? '受付項目の追加' : `「${target.title}」の編集`} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: target?.id ?? null, revision: target?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          {target === null && (
            <SelectField label="種類" requirement="required" id="kind" error={errorOf('kind')} options={givingTargetKinds.map((value) => ({ value, label: givingTargetKindNames[value] }))}
              {...register('kind', { onChange: () => { for (const [field, value] of firstChoicesOf(form.getValues('kind'), choices)) form.setValue(field, value) } })} />
          )}
          <TextField label="題名" requirement="required" id="title" support="寄附する方が見て選ぶ名前です。ボタンは「…に寄附する」になります。例：子ども食堂の応援" autoComplete="off" error={errorOf('title')} {...register('title')} />
          <TextAreaField label="説明" requirement="optional" id="lead" support="何に使われるかを、2〜3文で。金額で何ができるかが分かると選びやすくなります。" error={errorOf('lead')} {...register('lead')} />
          <TextField label="アドレス" requirement="required" id="slug" support="公開ページのアドレスの最後の部分（/give/…）です。英小文字・数字・ハイフン。印刷したあとは変えないでください。例：kodomo-shokudo"
            autoComplete="off" autoCapitalize="none" error={errorOf('slug')} {...register('slug')} />
          <TargetBookFields key={kind} form={form} errorOf={errorOf} choices={choices} />
          {kind === 'campaign' && <TargetDriveFields form={form} errorOf={errorOf} readDate={readDate} initial={initial} />}
          {kind !== 'dues' && <TargetGiftFields form={form} errorOf={errorOf} choices={choices} initial={initial} />}
          <div className="grid gap-6 sm:grid-cols-2">
            <DateField label="開始日" requirement="optional" id="opensOn" support="空けると、すぐに受け付けます。" read={readDate} defaultValue={initial.opensOn} error={errorOf('opensOn')} {...register('opensOn')} />
            <DateField label="終了日" requirement="optional" id="closesOn" support="この日まで受け付けます。" read={readDate} defaultValue={initial.closesOn} error={errorOf('closesOn')} {...register('closesOn')} />
          </div>
          <TextField label="並び順" requirement="optional" id="sequence" width="short" inputMode="numeric" support="小さい順に並びます。" error={errorOf('sequence')} {...register('sequence')} />
          <GivingTargetPreview form={form} choices={choices} />
        </>
      )}
    </FormDialog>
  )
}
