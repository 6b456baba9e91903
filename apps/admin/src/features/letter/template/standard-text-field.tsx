import { defaultLetterTemplates } from '@sasaeai/domain/letter/default-letter-templates'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import { Button } from '@sasaeai/ui/button'
import { SelectField } from '@sasaeai/ui/select-field'
import { useToast } from '@sasaeai/ui/toast'
import { useState } from 'react'
import { UndoButton } from '../../../app/undo-button.tsx'
import type { TemplateForm } from './letter-template-form.tsx'

/** 標準の文: puts the words back that the product comes with. Nothing is saved by it, and one press brings the own words back. */
export function StandardTextField({ form, kind, code }: { form: TemplateForm; kind: LetterKind; code: string }) {
  const toast = useToast()
  const texts = defaultLetterTemplates.filter((standard) => standard.kind === kind)
  const [chosen, setChosen] = useState('')
  const standard = texts.find((each) => each.code === chosen) ?? texts.find((each) => each.code === code) ?? texts[0]
  if (standard === undefined) return null
  const put = ({ heading, subject, body, listsFacts }: Pick<typeof standard, 'heading' | 'subject' | 'body' | 'listsFacts'>) => {
    for (const [name, value] of [['heading', heading], ['subject', subject], ['body', body], ['listsFacts', listsFacts]] as const) form.setValue(name, value, { shouldDirty: true })
  }
  const press = () => {
    const before = form.getValues()
    put(standard)
    toast({ text: `標準の文「${standard.name}」を入れました。保存するまで変わりません`, action: <UndoButton onUndo={() => Promise.resolve(put(before))} /> })
  }
  return (
    <div className="flex flex-wrap items-end gap-3 print-hidden">
      <SelectField label="標準の文" id="standardText" value={standard.code} onChange={(event) => setChosen(event.currentTarget.value)} options={texts.map((each) => ({ value: each.code, label: each.name }))} />
      <Button icon="undo" onClick={press}>標準の文に戻す</Button>
    </div>
  )
}
