import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { externalCallKindNames } from '@sasaeai/domain/funding-indicator/external-fund/external-call-kind'
import { externalSuccess, type SuccessFigures, type SuccessLine } from '@sasaeai/domain/funding-indicator/external-fund/external-success'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatRatio } from '@sasaeai/domain/money/ratio'
import { formatYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import type { ExternalCall } from './external-funds-page.tsx'

/** 採択率 by the year of the decision, by kind and by funder. */
export function ExternalSuccessTables({ calls }: { calls: readonly ExternalCall[] }) {
  const { years, kinds, funders, total } = externalSuccess(calls.flatMap((call) => call.applications.map((each) => ({ ...each, kind: call.kind, funder: call.funder }))))
  return (
    <div className="flex flex-col gap-8">
      <p className="text-[0.875rem] text-ink-sub">採択率は、採択の件数を決定（採択と不採択）の件数で割ったものです。取下げと、まだ決定していない申込は数えません。</p>
      <SuccessTable heading="決定の年度" lines={years.map((line) => ({ ...line, key: formatFiscalYear(line.key) }))} total={total} />
      <SuccessTable heading="種類" lines={kinds.map((line) => ({ ...line, key: externalCallKindNames[line.key] }))} total={total} />
      <SuccessTable heading="募集元" lines={funders} total={total} />
    </div>
  )
}

function SuccessTable({ heading, lines, total }: { heading: string; lines: readonly SuccessLine<string>[]; total: SuccessFigures }) {
  const figure = (id: string, header: string, words: (figures: SuccessFigures) => string): Column<SuccessLine<string>> => ({ id, header, align: 'end', cell: words, footer: words(total) })
  const columns: Column<SuccessLine<string>>[] = [
    { id: 'name', header: heading, isRowHeader: true, cell: ({ key }) => key, footer: '合計' },
    figure('decided', '決定（件）', ({ decided }) => groupDigits(decided)),
    figure('awarded', '採択（件）', ({ awarded }) => groupDigits(awarded)),
    figure('rate', '採択率', ({ awarded, decided }) => formatRatio(awarded, decided)),
    figure('awardedYen', '決定額（円）', ({ awardedYen }) => formatYen(awardedYen)),
    figure('receivedYen', '入金（円）', ({ receivedYen }) => formatYen(receivedYen)),
  ]
  return (
    <section>
      <h2 className="mb-1 text-[1.125rem] font-bold">{heading}別</h2>
      <DataTable caption={`${heading}別の採択率`} columns={columns} rows={lines} rowKey={({ key }) => key} phone="cards" empty={<EmptyState title="決定した申込はまだありません">採択率は — です。</EmptyState>} />
    </section>
  )
}
