import { formatLocalDateShort, formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import { addDays, type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta, sumYen, yen } from '@sasaeai/domain/money/yen'
import { gatewayEventStateNames } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import { wordsOfEventReason } from '@sasaeai/domain/online-giving/event/quarantine-reason'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { today } from '../../../app/read-typed.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'
import type { DailyTotalsSearch } from './daily-totals-search.ts'

type Day = RouterOutput['onlineGiving']['payout']['days'][number]

/** 日計: what the gateway says of each day beside what the books say; they are equal, or the payments stand there that are not. */
export function DailyTotalsPage() {
  const search: DailyTotalsSearch = useSearch({ from: '/staff/online-giving/days' })
  const { postedUntil } = search
  const month = firstOf(search.month ?? today())
  const days = useQuery({ ...trpc.onlineGiving.payout.days.queryOptions({ month, postedUntil }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.onlineGiving.payout.exportDays.mutationOptions())
  const rows = days.data ?? []
  return (
    <>
      <PageHeader title="日計" description={`決済会社が知らせた決済と返金を、帳簿と日ごとに比べます。${postedUntil === undefined ? '' : `${postedUntilWords(postedUntil)}と、その時点までに届いた通知です。`}`}
        actions={<ExportChoice subject="日計" write={(format) => write.mutateAsync({ month, postedUntil, format })} />} />
      <nav aria-label="月" className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2 border-y border-line py-3 print-hidden">
        <AppLink to="/online-giving/days" search={{ postedUntil, month: firstOf(addDays(month, -1)) }}>前の月</AppLink>
        <strong>{formatLocalMonth(month)}</strong>
        <AppLink to="/online-giving/days" search={{ postedUntil, month: firstOf(addDays(month, 31)) }}>次の月</AppLink>
      </nav>
      <PageMoment postedUntil={postedUntil} />
      {days.isError && days.data === undefined ? (
        <PageError reset={() => void days.refetch()} />
      ) : (
        <DataTable caption={`${formatLocalMonth(month)}の日計`} columns={columns} rows={days.data} rowKey={({ day }) => day} phone="cards" isRefreshing={days.isPlaceholderData}
          empty={<EmptyState title="この月の決済はありません" icon="yen" />}
          summary={[
            { label: '決済会社', value: `${groupDigits(rows.reduce((sum, { toldCount }) => sum + toldCount, 0))}件 ${formatYenDelta(sumYen(rows.map(({ toldYen }) => toldYen)))}円` },
            { label: '帳簿', value: `${groupDigits(rows.reduce((sum, { bookedCount }) => sum + bookedCount, 0))}件 ${formatYenDelta(sumYen(rows.map(({ bookedYen }) => bookedYen)))}円` },
          ]} />
      )}
    </>
  )
}

function firstOf(day: LocalDate): LocalDate {
  return localDate(`${day.slice(0, 8)}01`)
}

const columns: readonly Column<Day>[] = [
  { id: 'day', header: '日付', isRowHeader: true, cell: ({ day }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(day)}</span> },
  { id: 'told', header: '決済会社（円）', align: 'end', cell: ({ toldCount, toldYen }) => <>{formatYenDelta(toldYen)} <span className="text-[0.8125rem] text-ink-sub">{groupDigits(toldCount)}件</span></> },
  { id: 'booked', header: '帳簿（円）', align: 'end', cell: ({ bookedCount, bookedYen }) => <>{formatYenDelta(bookedYen)} <span className="text-[0.8125rem] text-ink-sub">{groupDigits(bookedCount)}件</span></> },
  { id: 'difference', header: '差', cell: differenceOf },
]

function differenceOf({ toldYen, bookedYen, differences }: Day) {
  if (differences.length === 0) return <StatusChip tone="success">一致</StatusChip>
  return (
    <span className="flex flex-col items-start gap-1 align-top max-sm:inline-flex">
      <StatusChip tone="error">{`差 ${formatYenDelta(yen(toldYen - bookedYen))}円`}</StatusChip>
      {differences.map((difference) => <Difference key={difference.moneyId} difference={difference} />)}
    </span>
  )
}

/** Which money it is, and why. */
function Difference({ difference: { moneyId, giftId, toldYen, bookedYen, eventState, reason } }: { difference: Day['differences'][number] }) {
  const amounts = `決済会社 ${toldYen === null ? 'なし' : `${formatYenDelta(toldYen)}円`}・帳簿 ${bookedYen === null ? 'なし' : `${formatYenDelta(bookedYen)}円`}`
  const words = [amounts, eventState === null ? '' : gatewayEventStateNames[eventState], reason === '' ? '' : wordsOfEventReason(reason)].filter((word) => word !== '').join('　')
  return (
    <span className="max-w-[32em] text-[0.875rem] text-ink-sub">
      {giftId === null ? <span className="break-all">{moneyId}</span> : <AppLink to="/online-giving/gifts/$giftId" params={{ giftId }}>{moneyId}</AppLink>}　{words}
    </span>
  )
}
