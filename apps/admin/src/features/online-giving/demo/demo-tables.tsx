import { clockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import type { DemoDeed } from '@sasaeai/domain/online-giving/demo/demo-deed'
import { paymentMethodName } from '@sasaeai/domain/online-giving/gift/payment-method-name'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LinkButton } from '@sasaeai/ui/link-button'
import { DemoDeedButton } from './demo-deed-button.tsx'
import type { DemoAccount } from './demo-gateway-page.tsx'

type Overview = DemoAccount['overview']

interface TableProps {
  readonly account: DemoAccount
}

/** 支払いの途中: pay pages and slips that are still open. */
export function DemoOpenPages({ account }: TableProps) {
  const columns: Column<Overview['openPages'][number]>[] = [
    { id: 'name', header: '内容', isRowHeader: true, cell: ({ name }) => name },
    { id: 'amount', header: '金額', align: 'end', cell: ({ amountYen }) => yenWords(amountYen) },
    {
      id: 'acts', header: '操作', isActs: true,
      cell: ({ url, name }) => <LinkButton size="small" icon="external" href={url} target="_blank" aria-label={`支払いのページを開く（${name}）`}>支払いのページを開く</LinkButton>,
    },
  ]
  return <DemoTable title="支払いの途中" columns={columns} rows={account.overview.openPages} keyOf={({ url }) => url} />
}

/** 支払い */
export function DemoPayments({ account }: TableProps) {
  const columns: Column<Overview['payments'][number]>[] = [
    { id: 'name', header: '内容', isRowHeader: true, cell: ({ name }) => name },
    { id: 'amount', header: '金額', align: 'end', cell: ({ amountYen }) => yenWords(amountYen) },
    { id: 'refunded', header: 'うち返金', align: 'end', cell: ({ refundedYen }) => (refundedYen === 0 ? '' : yenWords(refundedYen)) },
    { id: 'method', header: '方法', cell: ({ method }) => paymentMethodName(method) },
    { id: 'at', header: '支払い', cell: ({ paidAt }) => momentOf(paidAt) },
    {
      id: 'acts', header: '操作', isActs: true,
      cell: ({ paymentIntentId, isDisputed, name, amountYen, refundedYen }) => (isDisputed || refundedYen === amountYen ? null
        : actOf(account, { deed: 'open_dispute', subjectId: paymentIntentId, about: `${name} ${yenWords(amountYen)}`, done: '異議が申し立てられました' })),
    },
  ]
  return <DemoTable title="支払い" columns={columns} rows={account.overview.payments} keyOf={({ paymentIntentId }) => paymentIntentId} empty="寄附のページから支払うと、ここに並びます。" />
}

const subscriptionStates = { active: '継続中', past_due: '引き落とせず', canceled: '終了' } as const

/** 毎月の寄附 */
export function DemoSubscriptions({ account }: TableProps) {
  const columns: Column<Overview['subscriptions'][number]>[] = [
    { id: 'name', header: '内容', isRowHeader: true, cell: ({ name, email }) => `${name}（${email}）` },
    { id: 'amount', header: '毎月', align: 'end', cell: ({ amountYen }) => yenWords(amountYen) },
    { id: 'state', header: '状態', cell: ({ status, isPaused }) => (isPaused && status !== 'canceled' ? '休止中' : subscriptionStates[status]) },
    { id: 'next', header: '次回', cell: ({ nextOn, status }) => (status === 'canceled' ? '' : formatLocalDateShort(nextOn)) },
    {
      id: 'acts', header: '操作', isActs: true,
      cell: ({ subscriptionId, status, fails, name }) => (status === 'canceled' ? null : actOf(account, fails
        ? { deed: 'take_card', subjectId: subscriptionId, about: name, done: 'カードが使えるようになりました' }
        : { deed: 'refuse_card', subjectId: subscriptionId, about: name, done: '次の月からカードが使えません' })),
    },
  ]
  return <DemoTable title="毎月の寄附" columns={columns} rows={account.overview.subscriptions} keyOf={({ subscriptionId }) => subscriptionId} />
}

const payoutStates = { in_transit: '送金中', paid: '入金済み', failed: '送金できず' } as const

/** 入金 */
export function DemoPayouts({ account }: TableProps) {
  const columns: Column<Overview['payouts'][number]>[] = [
    { id: 'day', header: '入金日', isRowHeader: true, cell: ({ arrivesOn }) => formatLocalDateShort(arrivesOn) },
    { id: 'amount', header: '金額', align: 'end', cell: ({ amountYen }) => yenWords(amountYen) },
    { id: 'state', header: '状態', cell: ({ state }) => payoutStates[state] },
    {
      id: 'acts', header: '操作', isActs: true,
      cell: ({ id, state, amountYen }) => (state === 'failed' ? null : actOf(account, { deed: 'fail_payout', subjectId: id, about: yenWords(amountYen), done: '入金が銀行から戻りました' })),
    },
  ]
  return <DemoTable title="入金" columns={columns} rows={account.overview.payouts} keyOf={({ id }) => id} />
}

const refundStates = { requires_action: '口座の連絡待ち', succeeded: '返金済み', failed: '返金できず' } as const

/** 返金 */
export function DemoRefunds({ account }: TableProps) {
  const columns: Column<Overview['refunds'][number]>[] = [
    { id: 'at', header: '返金', isRowHeader: true, cell: ({ at }) => momentOf(at) },
    { id: 'amount', header: '金額', align: 'end', cell: ({ amountYen }) => yenWords(amountYen) },
    { id: 'state', header: '状態', cell: ({ state }) => refundStates[state] },
    {
      id: 'acts', header: '操作', isActs: true,
      cell: ({ id, state, amountYen }) => (
        <span className="flex flex-wrap gap-2">
          {state === 'requires_action' && actOf(account, { deed: 'finish_refund', subjectId: id, about: yenWords(amountYen), done: '返金されました' })}
          {state !== 'failed' && actOf(account, { deed: 'fail_refund', subjectId: id, about: yenWords(amountYen), done: '返金に失敗しました' })}
        </span>
      ),
    },
  ]
  return <DemoTable title="返金" columns={columns} rows={account.overview.refunds} keyOf={({ id }) => id} />
}

const disputeStates = { needs_response: '審査中', won: '認められた', lost: '返した' } as const

/** 異議申立て */
export function DemoDisputes({ account }: TableProps) {
  const columns: Column<Overview['disputes'][number]>[] = [
    { id: 'at', header: '申立て', isRowHeader: true, cell: ({ at }) => momentOf(at) },
    { id: 'amount', header: '金額', align: 'end', cell: ({ amountYen }) => yenWords(amountYen) },
    { id: 'state', header: '状態', cell: ({ state }) => disputeStates[state] },
    {
      id: 'acts', header: '操作', isActs: true,
      cell: ({ id, state, amountYen }) => (state !== 'needs_response' ? null : (
        <span className="flex flex-wrap gap-2">
          {actOf(account, { deed: 'win_dispute', subjectId: id, about: yenWords(amountYen), done: '異議申立ては、こちらの言い分が認められました' })}
          {actOf(account, { deed: 'lose_dispute', subjectId: id, about: yenWords(amountYen), done: '異議申立てにより、お金を返しました' })}
        </span>
      )),
    },
  ]
  return <DemoTable title="異議申立て" columns={columns} rows={account.overview.disputes} keyOf={({ id }) => id} />
}

interface Act {
  readonly deed: DemoDeed
  readonly subjectId: string
  readonly about: string
  readonly done: string
}

function actOf({ code }: DemoAccount, act: Act) {
  return <DemoDeedButton accountCode={code} {...act} />
}

interface DemoTableProps<Row> {
  readonly title: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Said where there are no rows; a table without it is not there then. */
  readonly empty?: string | undefined
}

function DemoTable<Row>({ title, columns, rows, keyOf, empty }: DemoTableProps<Row>) {
  if (rows.length === 0 && empty === undefined) return null
  return (
    <section>
      <h2 className="mb-2 text-[1.125rem] font-bold">{title}</h2>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={keyOf} phone="cards" empty={<EmptyState title={`${title}はまだありません`}>{empty}</EmptyState>} />
    </section>
  )
}

function yenWords(amountYen: Yen): string {
  return `${formatYen(amountYen)}円`
}

function momentOf(instant: string) {
  const moment = new Date(instant)
  return <span className="figures whitespace-nowrap">{`${formatLocalDateShort(localDateInTokyo(moment))} ${clockTimeInTokyo(moment)}`}</span>
}
