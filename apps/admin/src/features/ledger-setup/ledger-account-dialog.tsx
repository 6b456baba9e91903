import { zodResolver } from '@hookform/resolvers/zod'
import type { LedgerAccountId } from '@sasaeai/domain/ids'
import { accountBookNames, accountBooks } from '@sasaeai/domain/ledger/account-book'
import { accountCategories, accountCategoryNames } from '@sasaeai/domain/ledger/account-category'
import { type LedgerAccountDetails, ledgerAccountDetailsSchema } from '@sasaeai/domain/ledger/ledger-account-details'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'

type ListedAccount = LedgerAccountDetails & { readonly id: LedgerAccountId; readonly revision: number; readonly closedOn: string | null }

interface LedgerAccountDialogProps extends DialogTurns {
  readonly account: ListedAccount | null
  readonly accounts: readonly ListedAccount[]
}

/** Adds an account to the chart, or edits one. */
export function LedgerAccountDialog({ account, accounts, ...turns }: LedgerAccountDialogProps) {
  const save = useMutation(trpc.ledgerSetup.account.save.mutationOptions())
  const form = useForm<z.input<typeof ledgerAccountDetailsSchema>, unknown, LedgerAccountDetails>({
    resolver: zodResolver(ledgerAccountDetailsSchema),
    defaultValues: account ?? { category: 'income', parentId: null, isHeading: false, book: 'council' },
    shouldFocusError: false,
  })
  const category = form.watch('category')
  const headings = accounts.filter((each) => each.isHeading && each.category === category && each.id !== account?.id)
  return (
    <FormDialog
      title={account === null ? '勘定科目の追加' : '勘定科目の編集'}
      form={form}
      save={(details) => save.mutateAsync({ id: account?.id ?? null, revision: account?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="例：4910" error={errorOf('code')}
            {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
          <SelectField label="区分" requirement="required" id="category" error={errorOf('category')}
            options={accountCategories.map((value) => ({ value, label: accountCategoryNames[value] }))}
            {...form.register('category')} />
          <SelectField label="上位の科目" requirement="optional" id="parentId" emptyLabel="なし（いちばん上）" key={category}
            support="同じ区分の「見出し」から選びます。" error={errorOf('parentId')}
            options={headings.map((each) => ({ value: each.id, label: `${each.code} ${each.name}` }))}
            {...form.register('parentId', { setValueAs: (value: string | null) => (value === '' ? null : value) })} />
          <SelectField label="帳簿" requirement="required" id="book" error={errorOf('book')} width="long"
            support="共同募金を社協のお金と分けてつけるときだけ、支会の帳簿にします。"
            options={accountBooks.map((value) => ({ value, label: accountBookNames[value] }))} {...form.register('book')} />
          <CheckboxField label="見出しにする" support="科目をまとめるための行です。見出しには記帳できません。" id="isHeading"
            error={errorOf('isHeading')} {...form.register('isHeading')} />
          <div className="grid gap-6 sm:grid-cols-2">
            <TextField label="拠点区分コード" requirement="optional" id="siteCode" width="short" support="会計ソフトと同じもの" error={errorOf('siteCode')}
              {...form.register('siteCode')} />
            <TextField label="サービス区分コード" requirement="optional" id="serviceCode" width="short" support="会計ソフトと同じもの"
              error={errorOf('serviceCode')} {...form.register('serviceCode')} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
