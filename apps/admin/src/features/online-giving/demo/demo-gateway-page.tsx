import { clockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { DemoDeedButton } from './demo-deed-button.tsx'
import { DemoDisputes, DemoOpenPages, DemoPayments, DemoPayouts, DemoRefunds, DemoSubscriptions } from './demo-tables.tsx'

export type DemoAccount = NonNullable<RouterOutput['onlineGiving']['demo']['accounts']>[number]

/** デモの決済会社: what only time, banks and card companies bring about, at the press of a button. */
export function DemoGatewayPage() {
  const accounts = useQuery(trpc.onlineGiving.demo.accounts.queryOptions())
  const [chosen, setChosen] = useState('')
  const account = accounts.data?.find(({ code }) => code === chosen) ?? accounts.data?.[0]
  return (
    <>
      <PageHeader
        title="デモの決済会社"
        description="本物の決済会社の代わりです。お金は動きません。寄附のページで支払ったものがここに並び、月が進む・入金される・返金に失敗するといったことを起こせます。帳簿への反映は、本物と同じ通知で行われます。"
        actions={account !== undefined && <AccountActs account={account} />}
      />
      {(accounts.data?.length ?? 0) > 1 && (
        <SelectField label="支払いの受け口" value={account?.code ?? ''} options={accounts.data?.map(({ code, name }) => ({ value: code, label: name })) ?? []}
          onChange={(event) => setChosen(event.currentTarget.value)} />
      )}
      {accounts.isPending ? <LoadingSkeleton /> : accounts.isError ? <PageError reset={() => void accounts.refetch()} />
        : account === undefined ? <EmptyState title="デモの決済会社はありません">デモの社協で、決済の鍵が設定されていないときにだけ使えます。</EmptyState>
          : <AccountParts account={account} />}
    </>
  )
}

function AccountActs({ account: { code } }: { account: DemoAccount }) {
  return (
    <>
      <DemoDeedButton accountCode={code} deed="make_payout" done="入金しました" size="regular" />
      <DemoDeedButton accountCode={code} deed="next_month" done="ひと月進めました" size="regular" />
    </>
  )
}

function AccountParts({ account }: { account: DemoAccount }) {
  const { overview } = account
  const now = new Date(overview.now)
  return (
    <div className="flex flex-col gap-8">
      <div className="mt-4 grid gap-5 sm:grid-cols-3">
        <StatFigure label="決済会社の日付" value={formatLocalDate(localDateInTokyo(now))} note={`${clockTimeInTokyo(now)}　月を進めると先に行きます`} />
        <StatFigure label="次の入金" value={formatYenDelta(overview.balanceYen)} unit="円" note="手数料3.6%を引いた残高" />
        <StatFigure label="届いていない通知" value={groupDigits(overview.waitingEvents)} unit="件" note="届くまで送り直します" />
      </div>
      <DemoOpenPages account={account} />
      <DemoPayments account={account} />
      <DemoSubscriptions account={account} />
      <DemoPayouts account={account} />
      <DemoRefunds account={account} />
      <DemoDisputes account={account} />
    </div>
  )
}
