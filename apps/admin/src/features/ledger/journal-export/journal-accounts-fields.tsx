import { TextField } from '@sasaeai/ui/text-field'
import { useFieldArray } from 'react-hook-form'
import type { ErrorOf } from '../../../app/command-form.tsx'
import type { JournalProfileUseForm, MappableAccount } from './journal-profile-form.tsx'

interface JournalAccountsFieldsProps {
  readonly form: JournalProfileUseForm
  readonly accounts: readonly MappableAccount[]
  readonly errorOf: ErrorOf
}

/** Each account of ours beside what the other program calls it. */
export function JournalAccountsFields({ form, accounts, errorOf }: JournalAccountsFieldsProps) {
  const { fields } = useFieldArray({ control: form.control, name: 'mapping.accounts' })
  return (
    <ul className="flex flex-col gap-3">
      {fields.map(({ id, accountId }, index) => {
        const own = accounts.find((account) => account.id === accountId)
        const name = own === undefined ? '使用終了の科目' : `${own.code} ${own.name}`
        return (
          <li key={id} className="border-b border-line pb-3">
            <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
              <legend className="font-bold">{name}</legend>
              <TextField label="コード" id={`mapping.accounts.${index}.code`} width="short" error={errorOf(`mapping.accounts.${index}.code`)} {...form.register(`mapping.accounts.${index}.code`)} />
              <TextField label="名前" id={`mapping.accounts.${index}.name`} width="medium" error={errorOf(`mapping.accounts.${index}.name`)} {...form.register(`mapping.accounts.${index}.name`)} />
            </fieldset>
          </li>
        )
      })}
    </ul>
  )
}
