import { zodResolver } from '@hookform/resolvers/zod'
import type { SupporterId } from '@sasaeai/domain/ids'
import { relationChoices, relationDetailsSchema } from '@sasaeai/domain/supporter/relation/supporter-relation'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import { lookupSupporters } from '../../ledger/ground-options.ts'

const options = relationChoices.map(({ kind, end, label }) => ({ value: `${kind} ${end}`, label }))

/** Says what another supporter is to this one. */
export function RelationDialog({ supporterId, onClose }: { readonly supporterId: SupporterId; readonly onClose: () => void }) {
  const add = useMutation(trpc.supporter.additions.addRelation.mutationOptions())
  const [other, setOther] = useState<ComboBoxOption | null>(null)
  const form = useForm({
    resolver: zodResolver(relationDetailsSchema),
    defaultValues: { otherId: '', kind: 'parent' as const, end: 'is' as const, note: '' },
    shouldFocusError: false,
  })
  const choose = (value: string) => {
    const chosen = relationChoices.find(({ kind, end }) => `${kind} ${end}` === value)
    if (chosen === undefined) return
    form.setValue('kind', chosen.kind)
    form.setValue('end', chosen.end)
  }
  return (
    <FormDialog title="関係を加える" form={form} saveLabel="加える" done="関係を加えました" onClose={onClose}
      save={(details) => add.mutateAsync({ supporterId, details })}>
      {(errorOf) => (
        <>
          <ComboBoxField label="相手" requirement="required" id="otherId" support="番号・名前・よみで探せます。" value={other} error={errorOf('otherId')} load={lookupSupporters}
            onChange={(option) => {
              setOther(option)
              form.setValue('otherId', option?.id ?? '')
            }} />
          <SelectField label="相手は、この支援者の" requirement="required" id="relation" options={options} defaultValue="parent is" error={errorOf('relation')}
            onChange={(event) => choose(event.currentTarget.value)} />
          <TextField label="備考" requirement="optional" id="note" autoComplete="off" error={errorOf('note')} {...form.register('note')} />
        </>
      )}
    </FormDialog>
  )
}
