import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { SupporterId } from '@sasaeai/domain/ids'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useQuery } from '@tanstack/react-query'
import { AppLink } from '../../../app/app-link.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'

type Grant = RouterOutput['grant']['application']['ofSupporter'][number]

/** 助成: what a group applied for and was paid. Most supporters never did, and see nothing of it. */
export function GrantsOfSupporter({ supporterId }: { readonly supporterId: SupporterId }) {
  const grants = useQuery(trpc.grant.application.ofSupporter.queryOptions({ supporterId }))
  if (grants.data === undefined || grants.data.length === 0) return null
  const columns: Column<Grant>[] = [
    { id: 'year', header: '年度', cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
    {
      id: 'call', header: '助成', isRowHeader: true, footer: '合計',
      cell: ({ callId, callName }) => <AppLink to="/grants/$callId" params={{ callId }}>{callName}</AppLink>,
    },
    { id: 'project', header: '事業名', cell: ({ projectName }) => projectName },
    { id: 'requested', header: '申請額', align: 'end', cell: ({ requestedYen }) => formatYen(requestedYen) },
    { id: 'awarded', header: '決定額', align: 'end', cell: ({ awardedYen }) => (awardedYen === null ? '—' : formatYen(awardedYen)) },
    {
      id: 'paid', header: '支払済み', align: 'end', cell: ({ paidYen }) => formatYen(paidYen),
      footer: formatYen(sumYen(grants.data.map(({ paidYen }) => paidYen))),
    },
  ]
  return (
    <section>
      <h2 className="mb-2 text-[1.125rem] font-bold">受け取った助成</h2>
      <DataTable caption="受け取った助成" columns={columns} rows={grants.data} rowKey={({ callId, projectName }) => `${callId} ${projectName}`} phone="cards" />
    </section>
  )
}
