import type { CampaignDetails } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { remittanceModeNames, remittanceModes } from '@sasaeai/domain/community-chest/campaign/remittance-mode'
import { type AccountBook, accountBookNames, accountBooks } from '@sasaeai/domain/ledger/account-book'
import { mayHoldCustody, mayPayOut } from '@sasaeai/domain/ledger/ledger-account-details'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { TypedCampaign } from './campaign-dialog.tsx'

interface CampaignBookFieldsProps {
  readonly form: UseFormReturn<TypedCampaign, unknown, CampaignDetails>
  readonly errorOf: ErrorOf
}

const chosen = { setValueAs: (value: string | null) => (value === '' ? null : value) }

/** Where the money is held until it is remitted, and how it is. A choice of books is offered where there is a 支会 book. */
export function CampaignBookFields({ form, errorOf }: CampaignBookFieldsProps) {
  const accounts = useQuery(trpc.ledgerSetup.account.list.queryOptions()).data ?? []
  const initial = form.formState.defaultValues
  const recorded: AccountBook = initial?.cashAccountId == null ? 'council' : 'branch'
  const [book, setBook] = useState(recorded)
  const hasBranch = accounts.some((account) => account.book === 'branch')
  const ofBook = accounts.filter((account) => account.book === book)
  const optionsOf = (mayBeUsed: typeof mayPayOut) =>
    ofBook.filter(mayBeUsed).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))
  const choose = (wanted: AccountBook) => {
    setBook(wanted)
    form.resetField('custodyAccountId', { defaultValue: '' })
    form.setValue('cashAccountId', null)
  }
  const place = `${book}/${ofBook.length}`
  return (
    <>
      <SelectField label="送金の方法" requirement="required" id="remittanceMode" width="long" error={errorOf('remittanceMode')}
        help={<HelpTip term="送金の方法">歳末たすけあいのように、一部を社協から直接支払うときは、支払った分を除いて送金します。</HelpTip>}
        options={remittanceModes.map((value) => ({ value, label: remittanceModeNames[value] }))} {...form.register('remittanceMode')} />
      {hasBranch && (
        <RadioGroupField label="帳簿" requirement="required" name="book" id="book" defaultValue={recorded}
          support="支会の帳簿では、入金も預り金も社協のお金と分けてつけます。"
          options={accountBooks.map((value) => ({ value, label: accountBookNames[value] }))}
          onChange={(event) => choose(event.currentTarget.value === 'branch' ? 'branch' : 'council')} />
      )}
      <SelectField label="預り金の科目" requirement="required" id="custodyAccountId" emptyLabel="選択してください"
        key={`custody/${place}`} defaultValue={book === recorded ? (initial?.custodyAccountId ?? '') : ''}
        help={<HelpTip term="預り金">共同募金会に送金するまで預かっているお金です。社協の収入にはなりません。</HelpTip>}
        options={optionsOf(mayHoldCustody)} error={errorOf('custodyAccountId')} {...form.register('custodyAccountId')} />
      {book === 'branch' && (
        <SelectField label="入金先（支会の現金預金）" requirement="required" id="cashAccountId" emptyLabel="選択してください"
          key={`cash/${place}`} defaultValue={initial?.cashAccountId ?? ''} support="この運動のお金は、受付で選ばなくてもここに入ります。"
          options={optionsOf(mayPayOut)} error={errorOf('cashAccountId')} {...form.register('cashAccountId', chosen)} />
      )}
    </>
  )
}
