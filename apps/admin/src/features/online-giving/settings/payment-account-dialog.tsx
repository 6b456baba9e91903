import { zodResolver } from '@hookform/resolvers/zod'
import { accountBookNames } from '@sasaeai/domain/ledger/account-book'
import { type BookableAccount, mayBeSpentOn, mayPayOut } from '@sasaeai/domain/ledger/ledger-account-details'
import { type PaymentAccountDetails, paymentAccountSchema } from '@sasaeai/domain/online-giving/settings/payment-account-details'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { PaymentAccount } from './payment-accounts-page.tsx'

/** Adds a 支払いの受け口, or edits one. Its code is in the names of its keys, so it stays what it was. */
export function PaymentAccountDialog({ account, ...turns }: DialogTurns & { readonly account: PaymentAccount | null }) {
  const save = useMutation(trpc.onlineGiving.settings.account.save.mutationOptions())
  const chart = useQuery(trpc.ledgerSetup.account.list.queryOptions())
  const form = useForm<z.input<typeof paymentAccountSchema>, unknown, PaymentAccountDetails>({
    resolver: zodResolver(paymentAccountSchema),
    defaultValues: account ?? { code: '', name: '', payeeName: '' },
    shouldFocusError: false,
  })
  const { register } = form
  const options = (mayUse: (each: BookableAccount) => boolean) =>
    (chart.data ?? []).filter(mayUse).map(({ id: value, code, name, book }) => ({ value, label: `${code} ${name}${book === 'council' ? '' : `（${accountBookNames[book]}）`}` }))
  const count = chart.data?.length ?? 0
  return (
    <FormDialog title={account === null ? '支払いの受け口の追加' : '支払いの受け口の編集'} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: account?.id ?? null, revision: account?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          {account === null && (
            <TextField label="コード" requirement="required" id="code" width="medium" support="鍵の名前に使います。あとから変えられません。英小文字・数字。例：chest" autoComplete="off" autoCapitalize="none" error={errorOf('code')} {...register('code')} />
          )}
          <TextField label="名称" requirement="required" id="name" support="事務所での呼び名です。例：共同募金会の受け口" autoComplete="off" error={errorOf('name')} {...register('name')} />
          <TextField label="受取人" requirement="required" id="payeeName" width="full" support="寄附する方に見える、正式な名称です。例：社会福祉法人 ○○県共同募金会 ささえ市支会" autoComplete="off" error={errorOf('payeeName')} {...register('payeeName')} />
          {/* Shown anew when their choices have come: a native list forgets a value that it did not know yet. */}
          <SelectField key={`receivable${count}`} label="未収金の科目" requirement="required" id="receivableAccountId" emptyLabel="選択してください" width="long" support="払われてから口座に入るまでの間、決済会社が預かるお金です。"
            options={options(mayPayOut)} error={errorOf('receivableAccountId')} {...register('receivableAccountId')} />
          <SelectField key={`fee${count}`} label="手数料の科目" requirement="required" id="feeAccountId" emptyLabel="選択してください" width="long" options={options(mayBeSpentOn)} error={errorOf('feeAccountId')} {...register('feeAccountId')} />
          <SelectField key={`bank${count}`} label="入金先の科目" requirement="required" id="bankAccountId" emptyLabel="選択してください" width="long" support="決済会社から振り込まれる預金の科目です。" options={options(mayPayOut)} error={errorOf('bankAccountId')} {...register('bankAccountId')} />
        </>
      )}
    </FormDialog>
  )
}
