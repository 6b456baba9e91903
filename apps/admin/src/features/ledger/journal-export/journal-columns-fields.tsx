import { journalFieldNames, journalFields } from '@sasaeai/domain/ledger/journal-export/journal-field'
import { Button } from '@sasaeai/ui/button'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useFieldArray } from 'react-hook-form'
import type { ErrorOf } from '../../../app/command-form.tsx'
import type { JournalProfileUseForm } from './journal-profile-form.tsx'

const options = journalFields.map((value) => ({ value, label: journalFieldNames[value] }))

/** The columns of the file, from left to right. */
export function JournalColumnsFields({ form, errorOf }: { readonly form: JournalProfileUseForm; readonly errorOf: ErrorOf }) {
  const { fields, insert, remove, move } = useFieldArray({ control: form.control, name: 'mapping.columns' })
  return (
    <ol id="mapping.columns" tabIndex={-1} className="flex flex-col gap-3 outline-none">
      {errorOf('mapping.columns') !== undefined && <li className="text-red-900">{errorOf('mapping.columns')}</li>}
      {fields.map((column, index) => (
        <li key={column.id} className="flex flex-wrap items-end gap-x-3 gap-y-1 border-b border-line pb-3">
          <TextField label={`${index + 1}列目の名前`} id={`mapping.columns.${index}.heading`} width="medium" error={errorOf(`mapping.columns.${index}.heading`)} {...form.register(`mapping.columns.${index}.heading`)} />
          <SelectField label="入れるもの" id={`mapping.columns.${index}.field`} emptyLabel="決まった文字" options={options}
            {...form.register(`mapping.columns.${index}.field`, { setValueAs: (value: string | null) => (value === '' ? null : value) })} />
          <TextField label="決まった文字" id={`mapping.columns.${index}.text`} width="short" error={errorOf(`mapping.columns.${index}.text`)} {...form.register(`mapping.columns.${index}.text`)} />
          <span className="flex">
            {index > 0 && <Button variant="quiet" size="small" aria-label={`${index + 1}列目を左へ`} onClick={() => move(index, index - 1)}>左へ</Button>}
            <Button variant="quiet" size="small" aria-label={`${index + 1}列目の右に列を足す`} onClick={() => insert(index + 1, { heading: '', field: null, text: '' })}>足す</Button>
            <Button variant="quiet" size="small" aria-label={`${index + 1}列目を外す`} onClick={() => remove(index)}>外す</Button>
          </span>
        </li>
      ))}
      {fields.length === 0 && <li><Button onClick={() => insert(0, { heading: '', field: null, text: '' })}>列を足す</Button></li>}
    </ol>
  )
}
