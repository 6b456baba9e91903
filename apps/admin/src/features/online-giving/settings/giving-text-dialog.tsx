import { zodResolver } from '@hookform/resolvers/zod'
import { givingTextDraftSchema } from '@sasaeai/domain/online-giving/settings/giving-settings-details'
import { type GivingTextName, givingTextTitles } from '@sasaeai/domain/online-giving/settings/giving-text-name'
import { Button } from '@sasaeai/ui/button'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { GivingSettings } from './giving-settings-page.tsx'

interface GivingTextDialogProps extends DialogTurns {
  readonly name: GivingTextName
  readonly settings: GivingSettings
}

const supports: Record<GivingTextName, string> = {
  commercialDisclosure: '1行が表の1行になります。「見出し: 本文」の形で書きます。コロンのない行は、上の行の続きになります。',
  refundPolicy: '空の行で、段落を分けます。',
  privacyNotice: '空の行で、段落を分けます。',
  thanks: '寄附が済んだ画面に載ります。お礼のメールには、その寄附に合うメール用の礼状のひな形がないときに載ります。空の行で、段落を分けます。',
}

/** Words one text of the site anew. The standard text can be put back at any time; nothing is lost before it is saved. */
export function GivingTextDialog({ name, settings, ...turns }: GivingTextDialogProps) {
  const save = useMutation(trpc.onlineGiving.settings.saveText.mutationOptions())
  const form = useForm<z.input<typeof givingTextDraftSchema>, unknown, z.output<typeof givingTextDraftSchema>>({
    resolver: zodResolver(givingTextDraftSchema),
    defaultValues: { text: settings.shown[name] },
    shouldFocusError: false,
  })
  return (
    <FormDialog title={`${givingTextTitles[name]}の編集`} form={form} done={`「${givingTextTitles[name]}」を保存しました`} {...turns}
      save={({ text }) => save.mutateAsync({ revision: settings.revision, name, text })}>
      {(errorOf) => (
        <>
          <TextAreaField label={givingTextTitles[name]} requirement="optional" id="text" rows={14} support={supports[name]} error={errorOf('text')} {...form.register('text')} />
          <div>
            <Button variant="quiet" icon="undo" onClick={() => form.setValue('text', settings.standard[name], { shouldDirty: true })}>標準の文に戻す</Button>
            <p className="mt-1 text-[0.875rem] text-ink-sub">欄に標準の文を入れます。保存すると、社協の情報を直したときに文も変わるようになります。</p>
          </div>
        </>
      )}
    </FormDialog>
  )
}
