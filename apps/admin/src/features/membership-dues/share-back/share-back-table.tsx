import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { differenceOf, payableYen } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { formatBasisPoints } from '@sasaeai/domain/money/basis-points'
import { addYen, formatYen, formatYenDelta, negateYen, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'
import type { ShareBackRun } from './share-back-run-page.tsx'

type Payee = ShareBackRun['payees'][number]
type Line = Payee['lines'][number]

/** A payee with all its kinds, or one kind of it. */
interface Row {
  readonly payee: Payee
  readonly lines: readonly Line[]
  /** Of a line below its payee. */
  readonly kindName: string | null
}

/** The calculation, and as of which moment its figures open. */
interface RunInView extends MomentSearch {
  readonly run: ShareBackRun
}

/** Every payee with what it has earned and is to get; opened, kind by kind. */
export function ShareBackTable({ run, postedUntil }: RunInView) {
  const [isOpen, setOpen] = useState(false)
  const [isNarrowed, setNarrowed] = useState(false)
  const shown = isNarrowed ? run.payees.filter(({ lines }) => sumYen(lines.map(differenceOf)) !== 0) : run.payees
  const rows = shown.flatMap((payee): Row[] => {
    const kinds = payee.lines.map((line) => ({ payee, lines: [line], kindName: run.kinds.find(({ duesKindId }) => duesKindId === line.duesKindId)?.name ?? '' }))
    return [{ payee, lines: payee.lines, kindName: null }, ...(isOpen ? kinds : [])]
  })
  return (
    <section aria-labelledby="share-back-payees">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="share-back-payees" className="text-[1.125rem] font-bold">
          渡す先ごとの計算
        </h2>
        <div className="flex flex-wrap items-center gap-2.5">
          {run.lastRunId !== null && (
            <Button size="small" icon="filter" aria-pressed={isNarrowed} onClick={() => setNarrowed(!isNarrowed)}>
              差額のある渡す先だけ
            </Button>
          )}
          {run.kinds.length > 1 ? (
            <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? '会員種別を閉じる' : '会員種別まで開く'}
            </Button>
          ) : (
            <p className="text-[0.9375rem] text-ink-sub">還元する会員種別：{run.kinds[0]?.name}</p>
          )}
        </div>
      </div>
      <DataTable caption="渡す先ごとの還元金" columns={columnsOf({ run, postedUntil })} rows={rows} rowKey={keyOf} phone="scroll"
        empty={<EmptyState title="差額のある渡す先はありません">前回の支払から、還元額は変わっていません。</EmptyState>} />
    </section>
  )
}

function keyOf({ payee, lines, kindName }: Row): string {
  return `${payee.areaId}/${kindName === null ? '' : (lines[0]?.duesKindId ?? '')}`
}

function columnsOf(view: RunInView): Column<Row>[] {
  const { run } = view
  const all = run.payees.flatMap(({ lines }) => lines)
  const compared: Column<Row>[] = [
    {
      id: 'since',
      header: '前回の計算から',
      align: 'end',
      isWideOnly: true,
      cell: ({ lines }) => formatYenDelta(sinceLast(lines)),
      footer: formatYenDelta(sinceLast(all)),
    },
  ]
  return [
    { id: 'payee', header: '渡す先', isRowHeader: true, cell: (row) => <PayeeCell row={row} />, footer: '計（すべて）' },
    { id: 'rate', header: '還元率', align: 'end', cell: ({ lines, kindName }) => (kindName === null && lines.length > 1 ? '' : ratesOf(lines)) },
    { id: 'received', header: '納入額', align: 'end', cell: (row) => <Received row={row} {...view} />, footer: <ReceivedByAll {...view} /> },
    ...(run.lastRunId === null ? [] : compared),
    { id: 'earned', header: '還元額', align: 'end', cell: ({ lines }) => formatYenDelta(sumOf(lines, 'earnedYen')), footer: formatYenDelta(sumOf(all, 'earnedYen')) },
    { id: 'already', header: '支払済み', align: 'end', cell: (row) => <Already row={row} {...view} />, footer: formatYenDelta(sumOf(all, 'alreadyYen')) },
    { id: 'difference', header: '差額', align: 'end', cell: ({ lines }) => formatYenDelta(sumYen(lines.map(differenceOf))), footer: formatYenDelta(sumYen(all.map(differenceOf))) },
    {
      id: 'payable',
      header: run.status === 'posted' ? '支払った額' : '今回支払う額',
      align: 'end',
      cell: ({ payee, kindName }) => (kindName === null ? <Payable payee={payee} /> : ''),
      footer: formatYen(sumYen(run.payees.map(({ lines }) => payableYen(lines)))),
    },
    ...(run.status === 'posted' ? [{ id: 'slip', header: '伝票', cell: (row: Row) => <PaymentCell row={row} /> }] : []),
  ]
}

function PayeeCell({ row: { payee, kindName } }: { row: Row }) {
  if (kindName !== null) return <span className="pl-6 whitespace-nowrap text-ink-sub">{kindName}</span>
  return (
    <span className="whitespace-nowrap max-sm:whitespace-normal">
      <span className="figures mr-1.5 text-[0.8125rem] text-ink-sub">{payee.code}</span>
      <AppLink to="/dues/areas/$areaId" params={{ areaId: payee.areaId }} className="print:text-ink print:no-underline">
        {payee.name}
      </AppLink>
      {payee.aboveName !== null && <span className="ml-1.5 text-[0.8125rem] text-ink-sub">{payee.aboveName}</span>}
    </span>
  )
}

/** With all kinds together there is no filter for just those that are shared, so only a single kind opens. */
function Received({ row: { payee, lines, kindName }, run, postedUntil }: RunInView & { readonly row: Row }) {
  const [line, ...others] = lines
  const amountYen = sumOf(lines, 'receivedYen')
  if (line === undefined || others.length > 0 || amountYen === 0) return formatYenDelta(amountYen)
  const filter: PostingFilter = { duesYear: run.fiscalYear, duesKindId: line.duesKindId, areaId: payee.areaId, to: run.cutOffOn, postedUntil }
  return <FigureLink amountYen={amountYen} filter={filter} label={`${payee.name} ${kindName ?? ''} 納入額`} />
}

/** What came in is shared as a whole only where one kind is, and none of it came without a payee. */
function ReceivedByAll({ run, postedUntil }: RunInView) {
  const amountYen = sumOf(run.payees.flatMap(({ lines }) => lines), 'receivedYen')
  const [kind, ...others] = run.kinds
  if (kind === undefined || others.length > 0 || run.unshared.length > 0) return formatYenDelta(amountYen)
  return <FigureLink amountYen={amountYen} filter={{ duesYear: run.fiscalYear, duesKindId: kind.duesKindId, to: run.cutOffOn, postedUntil }} label="納入額の計" />
}

function Already({ row: { payee, lines, kindName }, run, postedUntil }: RunInView & { readonly row: Row }) {
  const amountYen = sumOf(lines, 'alreadyYen')
  const [line] = lines
  if (amountYen === 0 || line === undefined || run.expenseAccountId === null || run.status === 'posted') return formatYenDelta(amountYen)
  const filter: PostingFilter = {
    duesYear: run.fiscalYear,
    accountId: run.expenseAccountId,
    areaId: payee.areaId,
    postedUntil,
    ...(kindName === null ? {} : { duesKindId: line.duesKindId }),
  }
  return <FigureLink {...{ amountYen, filter }} label={`${payee.name} ${kindName ?? ''} 支払済み`} />
}

function Payable({ payee: { lines } }: { payee: Payee }) {
  const amountYen = payableYen(lines)
  return <span className={amountYen === 0 ? 'text-ink-sub' : 'font-bold'}>{formatYen(amountYen)}</span>
}

function PaymentCell({ row: { payee, kindName } }: { row: Row }) {
  const { payment } = payee
  if (kindName !== null || payment === null) return ''
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <AppLink to="/entries/$entryId" params={{ entryId: payment.entryId }} className="figures print:text-ink print:no-underline">
        {payment.entryNumber}
      </AppLink>
      {payment.isReversed && <StatusChip tone="error">取消済み</StatusChip>}
    </span>
  )
}

function ratesOf(lines: readonly Line[]): string {
  const rates = lines.flatMap(({ parts }) => parts.map(({ basisPoints }) => formatBasisPoints(basisPoints)))
  return rates.length === 0 ? '—' : rates.join('・')
}

function sumOf(lines: readonly Line[], figure: 'receivedYen' | 'earnedYen' | 'alreadyYen'): Yen {
  return sumYen(lines.map((line) => line[figure]))
}

function sinceLast(lines: readonly Line[]): Yen {
  return sumYen(lines.map(({ receivedYen, lastReceivedYen }) => (lastReceivedYen === null ? receivedYen : addYen(receivedYen, negateYen(lastReceivedYen)))))
}
