import { zodResolver } from '@hookform/resolvers/zod'
import type { LetterTemplateId } from '@sasaeai/domain/ids'
import { letterKindNames, letterKinds } from '@sasaeai/domain/letter/letter-kind'
import { type LetterTemplateDetails, letterTemplateDetailsSchema } from '@sasaeai/domain/letter/letter-template-details'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useRef } from 'react'
import { useForm, type UseFormReturn, useWatch } from 'react-hook-form'
import { CommandForm, type ErrorOf } from '../../../app/command-form.tsx'
import { trpc } from '../../../app/trpc.ts'
import { LetterPreview } from '../preview/letter-preview.tsx'
import { FieldButtons } from './field-buttons.tsx'
import { GiftKindsField } from './gift-kinds-field.tsx'
import { StandardTextField } from './standard-text-field.tsx'

interface LetterTemplateFormProps {
  readonly template: (LetterTemplateDetails & { readonly id: LetterTemplateId; readonly revision: number }) | null
  readonly onReload?: () => void
}

export type TemplateForm = UseFormReturn<LetterTemplateDetails, unknown, LetterTemplateDetails>

const blank: LetterTemplateDetails = { code: '', name: '', kind: 'thank_you', giftKinds: [], forPaper: true, forMail: false, heading: '', subject: '', body: '', listsFacts: true }

/** Writes a template, beside what it looks like while it is written. */
export function LetterTemplateForm({ template, onReload }: LetterTemplateFormProps) {
  const save = useMutation(trpc.letter.template.save.mutationOptions())
  const navigate = useNavigate()
  const id = useId()
  const form = useForm<LetterTemplateDetails, unknown, LetterTemplateDetails>({
    resolver: zodResolver(letterTemplateDetailsSchema),
    defaultValues: template ?? blank,
    shouldFocusError: false,
  })
  const draft = useWatch({ control: form.control, compute: (values) => values })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] 2xl:grid-cols-[minmax(0,1fr)_36rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <CommandForm id={id} form={form} done="ひな形を保存しました" onReload={onReload} onSaved={() => void navigate({ to: '/settings/letter-templates' })}
          save={(details) => save.mutateAsync({ id: template?.id ?? null, revision: template?.revision ?? null, details })}>
          {(errorOf) => <TemplateFields form={form} draft={draft} errorOf={errorOf} />}
        </CommandForm>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" form={id} variant="primary" isBusy={form.formState.isSubmitting} busyLabel="保存しています">保存する</Button>
          <Button variant="quiet" onClick={() => void navigate({ to: '/settings/letter-templates' })}>やめる</Button>
        </div>
      </div>
      <LetterPreview draft={draft} />
    </div>
  )
}

/** Where a field is put in: the text that somebody wrote in last. */
type TextName = 'heading' | 'subject' | 'body'

function TemplateFields({ form, draft, errorOf }: { form: TemplateForm; draft: LetterTemplateDetails; errorOf: ErrorOf }) {
  const { register, setValue } = form
  const last = useRef<TextName>('body')
  const textOf = (name: TextName) => ({ id: name, error: errorOf(name), onFocus: () => void (last.current = name), ...register(name) })
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <TextField label="コード" requirement="required" id="code" width="short" error={errorOf('code')} {...register('code')} />
        <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...register('name')} />
      </div>
      <SelectField label="種類" requirement="required" id="kind" support="何を差し込めるかが決まります。" error={errorOf('kind')} options={letterKinds.map((value) => ({ value, label: letterKindNames[value] }))}
        {...register('kind', { onChange: () => setValue('giftKinds', []) })} />
      {draft.kind === 'thank_you' && <GiftKindsField form={form} error={errorOf('giftKinds')} />}
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-1 font-bold">使うところ</legend>
        <CheckboxField label="紙（窓あき封筒用のA4）" id="forPaper" error={errorOf('forPaper')} {...register('forPaper')} />
        {draft.forPaper && <TextField label="表題" requirement="required" {...textOf('heading')} />}
        {draft.forPaper && draft.kind !== 'notice' && <CheckboxField label="本文の下に「記」を付ける" id="listsFacts" support="日付・金額・使いみちなどを、箇条にして添えます。" {...register('listsFacts')} />}
        <CheckboxField label="メール" id="forMail" {...register('forMail')} />
        {draft.forMail && <TextField label="件名" requirement="required" {...textOf('subject')} />}
      </fieldset>
      <StandardTextField form={form} kind={draft.kind} code={draft.code} />
      <TextAreaField label="本文" requirement="required" rows={10} support="1行がひとつの段落になります。「敬具」「謹白」だけの行は右に寄せます。" {...textOf('body')} />
      <FieldButtons kind={draft.kind} targetOf={() => last.current} />
    </>
  )
}
