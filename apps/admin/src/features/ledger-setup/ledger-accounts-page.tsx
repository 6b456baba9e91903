import type { AccountBook } from '@sasaeai/domain/ledger/account-book'
import { type AccountCategory, accountCategories, accountCategoryNames } from '@sasaeai/domain/ledger/account-category'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import { GroundItemPage } from '../council/ground-item-page.tsx'
import { LedgerAccountDialog } from './ledger-account-dialog.tsx'

const anyCategory = 'all'

const segmentsHelp = (
  <HelpTip term="拠点区分・サービス区分">
    社会福祉法人の会計で、事業所（拠点）や事業（サービス）ごとに分けて決算するための区分です。会計ソフトへ渡す仕訳に付けます。
  </HelpTip>
)

/** 勘定科目 */
export function LedgerAccountsPage() {
  const accounts = useQuery(trpc.ledgerSetup.account.list.queryOptions())
  const write = useMutation(trpc.ledgerSetup.account.export.mutationOptions())
  const close = useMutation(trpc.ledgerSetup.account.close.mutationOptions())
  const reopen = useMutation(trpc.ledgerSetup.account.reopen.mutationOptions())
  const remove = useMutation(trpc.ledgerSetup.account.remove.mutationOptions())
  const [category, setCategory] = useState<string>(anyCategory)
  const names = new Map(accounts.data?.map((account) => [account.id, account.name]))
  return (
    <GroundItemPage
      title="勘定科目"
      noun="勘定科目"
      description="仕訳に使う科目です。社協の経理規程に合わせて、名称やコードを変えたり追加したりできます。"
      items={{ ...accounts, data: accounts.data?.filter((each) => category === anyCategory || each.category === category) }}
      columns={[
        { id: 'category', header: '区分', cell: (account) => <span className="whitespace-nowrap">{accountCategoryNames[account.category]}</span> },
        { id: 'parent', header: '上位の科目', isWideOnly: true, cell: (account) => (account.parentId === null ? '' : names.get(account.parentId)) },
        { id: 'heading', header: '種類', isWideOnly: true, cell: (account) => <AccountChips account={account} /> },
        { id: 'site', header: '拠点・サービス区分', isWideOnly: true, help: segmentsHelp, cell: segmentsOf },
      ]}
      filters={
        <RadioGroupField
          label="区分"
          name="category"
          isRow
          defaultValue={anyCategory}
          options={[{ value: anyCategory, label: 'すべて' }, ...accountCategories.map(categoryOption)]}
          onChange={(event) => setCategory(event.currentTarget.value)}
        />
      }
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(account, turns) => (
        <LedgerAccountDialog account={account} accounts={accounts.data ?? []} {...turns} />
      )}
    />
  )
}

function categoryOption(value: AccountCategory) {
  return { value, label: accountCategoryNames[value] }
}

function AccountChips({ account: { isHeading, book } }: { account: { isHeading: boolean; book: AccountBook } }) {
  return (
    <>
      {isHeading && <StatusChip>見出し</StatusChip>} {book === 'branch' && <StatusChip tone="accent">支会の帳簿</StatusChip>}
    </>
  )
}

function segmentsOf({ siteCode, serviceCode }: { siteCode: string; serviceCode: string }): string {
  return [siteCode, serviceCode].filter((code) => code !== '').join(' / ')
}
