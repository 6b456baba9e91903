import { zodResolver } from '@hookform/resolvers/zod'
import {
  compoundFormNames, compoundForms, journalDateFormNames, journalDateForms, journalFileEncodingNames, journalFileEncodings,
  journalLineEndingNames, journalLineEndings, subAccountFormNames, subAccountForms,
} from '@sasaeai/domain/ledger/journal-export/journal-profile'
import { type JournalProfileDetails, journalProfileDetailsSchema } from '@sasaeai/domain/ledger/journal-export/journal-profile-details'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { FormSection } from '@sasaeai/ui/form-section'
import { SelectField, type SelectOption } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { CommandForm, type ErrorOf } from '../../../app/command-form.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import type { JournalProfile } from './journal-export-answers.ts'
import { JournalAccountsFields } from './journal-accounts-fields.tsx'
import { JournalColumnsFields } from './journal-columns-fields.tsx'

export type JournalProfileDraft = z.input<typeof journalProfileDetailsSchema>
export type JournalProfileUseForm = UseFormReturn<JournalProfileDraft, unknown, JournalProfileDetails>
export type MappableAccount = RouterOutput['ledgerSetup']['account']['list'][number]

interface JournalProfileFormProps {
  readonly profile: JournalProfile | null
  /** What money can be booked on. */
  readonly accounts: readonly MappableAccount[]
  readonly onReload: () => void
}

/** Edits how entries are written: the file, its columns, the accounts of the other program. */
export function JournalProfileForm({ profile, accounts, onReload }: JournalProfileFormProps) {
  const save = useMutation(trpc.journalExport.profile.save.mutationOptions())
  const navigate = useNavigate()
  const id = useId()
  const form: JournalProfileUseForm = useForm<JournalProfileDraft, unknown, JournalProfileDetails>({
    resolver: zodResolver(journalProfileDetailsSchema),
    defaultValues: draftOf(profile, accounts),
    shouldFocusError: false,
  })
  const leave = () => void navigate({ to: '/journal-exports/profiles' })
  return (
    <div className="flex max-w-[72rem] flex-col gap-6">
      <CommandForm id={id} form={form} done="列の割り当てを保存しました" onReload={onReload} onSaved={leave}
        save={(details) => save.mutateAsync({ id: profile?.id ?? null, revision: profile?.revision ?? null, details: withoutBlanks(details) })}>
        {(errorOf) => (
          <div>
            <FileFields form={form} errorOf={errorOf} />
            <FormSection title="列" description="左から順に並びます。項目を選ばない列には、いつも同じ文字を入れられます。"><JournalColumnsFields form={form} errorOf={errorOf} /></FormSection>
            <FormSection title="科目の対応" description="会計ソフトの科目のコードと名前です。空けた科目は、こちらのコードと名前のまま書き出します。"><JournalAccountsFields form={form} accounts={accounts} errorOf={errorOf} /></FormSection>
          </div>
        )}
      </CommandForm>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" form={id} variant="primary" isBusy={form.formState.isSubmitting} busyLabel="保存しています">保存する</Button>
        <Button variant="quiet" onClick={leave}>やめる</Button>
      </div>
    </div>
  )
}

function FileFields({ form: { register }, errorOf }: { readonly form: JournalProfileUseForm; readonly errorOf: ErrorOf }) {
  return (
    <>
      <FormSection title="割り当て">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <TextField label="コード" requirement="required" id="code" width="short" error={errorOf('code')} {...register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...register('name')} />
        </div>
        <CheckboxField label="検証済み" support="書き出したファイルを会計ソフトに取り込み、正しく入ったことを確かめたら付けてください。" {...register('isVerified')} />
      </FormSection>
      <FormSection title="ファイル">
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <SelectField label="文字コード" id="encoding" options={optionsOf(journalFileEncodings, journalFileEncodingNames)} {...register('encoding')} />
          <SelectField label="改行" id="lineEnding" options={optionsOf(journalLineEndings, journalLineEndingNames)} {...register('lineEnding')} />
          <SelectField label="日付の形" id="mapping.dateForm" options={optionsOf(journalDateForms, journalDateFormNames)} {...register('mapping.dateForm')} />
        </div>
        <CheckboxField label="1行目に列の名前を書く" {...register('hasHeader')} />
      </FormSection>
      <FormSection title="書き方">
        <SelectField label="借方や貸方が2つ以上ある仕訳" id="mapping.compound" width="full" options={optionsOf(compoundForms, compoundFormNames)} {...register('mapping.compound')} />
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <SelectField label="補助科目" id="mapping.subAccount" options={optionsOf(subAccountForms, subAccountFormNames)} {...register('mapping.subAccount')} />
          <TextField label="税区分" id="mapping.taxLabel" width="short" error={errorOf('mapping.taxLabel')} {...register('mapping.taxLabel')} />
          <TextField label="諸口のコード" id="mapping.sundryCode" width="short" error={errorOf('mapping.sundryCode')} {...register('mapping.sundryCode')} />
          <TextField label="諸口の名前" id="mapping.sundryName" width="short" error={errorOf('mapping.sundryName')} {...register('mapping.sundryName')} />
        </div>
        <CheckboxField label="対応のない科目があれば書き出さない" support="会計ソフトの科目コードで取り込む形式では付けてください。" {...register('mapping.requiresAccounts')} />
      </FormSection>
    </>
  )
}

function optionsOf<Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>): SelectOption[] {
  return values.map((value) => ({ value, label: names[value] }))
}

/** Every account that money can be booked on has a line to be filled in. */
function draftOf(profile: JournalProfile | null, accounts: readonly MappableAccount[]): JournalProfileDraft {
  const mapped = profile?.mapping.accounts ?? []
  const listed = new Set(accounts.map(({ id }) => id))
  const lines = [
    ...accounts.map(({ id }) => mapped.find(({ accountId }) => accountId === id) ?? { accountId: id, code: '', name: '' }),
    ...mapped.filter(({ accountId }) => !listed.has(accountId)),
  ]
  if (profile === null) return { ...blank, mapping: { ...blank.mapping, accounts: lines } }
  const { code, name, encoding, lineEnding, hasHeader, isVerified, mapping } = profile
  return { code, name, encoding, lineEnding, hasHeader, isVerified, mapping: { ...mapping, accounts: lines } }
}

const blank: JournalProfileDraft = {
  code: '', name: '', encoding: 'cp932', lineEnding: 'crlf', hasHeader: true, isVerified: false,
  mapping: {
    columns: [{ heading: '日付', field: 'entry_date', text: '' }], dateForm: 'slashes', compound: 'pairs', sundryCode: '', sundryName: '諸口',
    subAccount: 'none', taxLabel: '対象外', requiresAccounts: true, accounts: [],
  },
}

function withoutBlanks(details: JournalProfileDetails): JournalProfileDetails {
  const accounts = details.mapping.accounts.filter(({ code, name }) => code !== '' || name !== '')
  return { ...details, mapping: { ...details.mapping, accounts } }
}
