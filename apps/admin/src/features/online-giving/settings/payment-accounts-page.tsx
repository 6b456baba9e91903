import { gatewayModeNames } from '@sasaeai/domain/online-giving/settings/gateway-mode'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'
import { PaymentAccountDialog } from './payment-account-dialog.tsx'
import { PaymentKeyGuide } from './payment-key-guide.tsx'

export type PaymentAccount = RouterOutput['onlineGiving']['settings']['account']['list'][number]

/** 支払いの受け口: to whom money is paid online, and whether this server has its keys. */
export function PaymentAccountsPage() {
  const { account } = trpc.onlineGiving.settings
  const accounts = useQuery(account.list.queryOptions())
  const close = useMutation(account.close.mutationOptions())
  const reopen = useMutation(account.reopen.mutationOptions())
  const remove = useMutation(account.remove.mutationOptions())
  const write = useMutation(account.export.mutationOptions())
  return (
    <>
      <GroundItemPage
        title="支払いの受け口"
        noun="受け口"
        permission="giving.manage"
        description="オンラインで払われたお金の受取人です。決済会社（Stripe）の口座ごとに1つつくります。共同募金会のお金は、共同募金会を受取人とする別の受け口で受け取ります。"
        items={accounts}
        moreActions={<ExportChoice subject="支払いの受け口" write={(format) => write.mutateAsync({ format })} />}
        columns={[
          { id: 'payee', header: '受取人', cell: ({ payeeName }) => payeeName },
          { id: 'mode', header: '鍵', cell: ({ mode }) => <StatusChip tone={modeTones[mode ?? 'none']}>{gatewayModeNames[mode ?? 'none']}</StatusChip> },
          { id: 'receivable', header: '未収金', isWideOnly: true, cell: ({ receivableAccountName }) => receivableAccountName },
          { id: 'fee', header: '手数料', isWideOnly: true, cell: ({ feeAccountName }) => feeAccountName },
          { id: 'bank', header: '入金先', cell: ({ bankAccountName }) => bankAccountName },
          { id: 'targets', header: '受付項目', isWideOnly: true, cell: ({ targetTitles }) => (targetTitles.length === 0 ? '—' : `${targetTitles.length}件`) },
        ]}
        verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
        dialog={(row, turns) => <PaymentAccountDialog account={row} {...turns} />}
      />
      {accounts.data && <PaymentKeyGuide accounts={accounts.data.filter(({ closedOn }) => closedOn === null)} />}
    </>
  )
}

const modeTones: Record<keyof typeof gatewayModeNames, ChipTone> = { live: 'success', test: 'accent', demo: 'accent', none: 'warning' }
