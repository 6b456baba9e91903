import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { SupporterId } from '@sasaeai/domain/ids'
import { type YearRun, yearRunNames, yearRuns } from '@sasaeai/domain/ledger/year-run'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { SelectField } from '@sasaeai/ui/select-field'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { TextLink } from '@sasaeai/ui/text-link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { entriesHref } from '../../../app/entries-href.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { GrantsOfSupporter } from './grants-of-supporter.tsx'
import { MoneyByYear } from './money-by-year.tsx'

export type SupporterMoney = RouterOutput['ledger']['moneyOfSupporter']

interface SupporterMoneyPartProps {
  readonly supporterId: SupporterId
  readonly run: YearRun
  readonly onRun: (run: YearRun) => void
}

/** Everything that one supporter gave, paid and was granted, year by year. */
export function SupporterMoneyPart({ supporterId, run, onRun }: SupporterMoneyPartProps) {
  const money = useQuery({ ...trpc.ledger.moneyOfSupporter.queryOptions({ supporterId, run }), placeholderData: keepPreviousData })
  if (money.isError && money.data === undefined) return <PageError reset={() => void money.refetch()} />
  if (money.data === undefined) return <LoadingSkeleton lines={8} />
  return (
    <div className="flex flex-col gap-10 print:gap-6">
      {money.data.sums.length === 0 ? (
        <EmptyState title="納入や寄附はまだありません">受付や寄附で記帳されると、ここに年ごとの合計が出ます。</EmptyState>
      ) : (
        <>
          <MoneyFigures supporterId={supporterId} money={money.data} />
          <section>
            <div className="mb-2 flex flex-wrap items-end justify-between gap-3">
              <h2 className="text-[1.125rem] font-bold">年ごとの合計</h2>
              <SelectField label="年の数え方" className="print-hidden" value={run} options={yearRuns.map((value) => ({ value, label: yearRunNames[value] }))}
                onChange={(event) => onRun(choiceIn(yearRuns, event.currentTarget.value) ?? run)} />
            </div>
            <MoneyByYear supporterId={supporterId} run={run} sums={money.data.sums} isRefreshing={money.isPlaceholderData} />
          </section>
          <FundsGivenTo supporterId={supporterId} funds={money.data.funds} />
        </>
      )}
      <GrantsOfSupporter supporterId={supporterId} />
    </div>
  )
}

function MoneyFigures({ supporterId, money: { sums, firstOn, lastOn } }: { readonly supporterId: SupporterId; readonly money: SupporterMoney }) {
  const times = sums.reduce((total, sum) => total + sum.times, 0)
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <StatFigure label="これまでの合計" value={formatYen(sumYen(sums.map(({ amountYen }) => amountYen)))} unit="円" href={entriesHref({ supporterId })} />
      <StatFigure label="件数" value={times.toLocaleString('ja-JP')} unit="件" note="取り消したものを除く" />
      <StatFigure label="最近の納入・寄附" value={lastOn === null ? '—' : formatLocalDate(lastOn)} note={firstOn === null ? undefined : `最初は${formatLocalDate(firstOn)}`} />
    </div>
  )
}

/** Gifts for a purpose, each leading to its entries. */
function FundsGivenTo({ supporterId, funds }: Pick<SupporterMoney, 'funds'> & { readonly supporterId: SupporterId }) {
  if (funds.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 text-[1.125rem] font-bold">使途の指定</h2>
      <ul className="max-w-[36rem] divide-y divide-line-faint border-y border-line-faint">
        {funds.map(({ fundId, fundName, amountYen }) => (
          <li key={fundId} className="flex justify-between gap-4 py-2">
            <span>{fundName}</span>
            <TextLink href={entriesHref({ supporterId, fundId })} className="figures">{formatYen(amountYen)}円</TextLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
