import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen, formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { TextLink } from '@sasaeai/ui/text-link'
import { entriesHref } from '../../../app/entries-href.ts'
import type { RouterOutput } from '../../../app/trpc.ts'

type OpenMember = RouterOutput['membershipDues']['member']['get']
type MemberYear = OpenMember['years'][number]

/** What each dues year asked and what came in, with a way to the entries. */
export function MemberYears({ member, years }: { readonly member: OpenMember; readonly years: readonly MemberYear[] }) {
  const { supporterId, duesKindId, route } = member
  const columns: readonly Column<MemberYear>[] = [
    { id: 'year', header: '会費の年度', isRowHeader: true, cell: ({ duesYear }) => formatFiscalYear(duesYear) },
    { id: 'asked', header: 'お願いした額', align: 'end', cell: ({ expectedYen }) => (expectedYen === null ? '—' : `${formatYen(expectedYen)}円`) },
    {
      id: 'received',
      header: '納入額',
      align: 'end',
      cell: ({ duesYear, receivedYen, postings }) =>
        postings === 0 ? <span className="text-ink-sub">未納</span> : (
          <TextLink href={entriesHref({ duesYear, supporterId, duesKindId })}>{formatYenDelta(receivedYen)}円</TextLink>
        ),
    },
    {
      id: 'difference',
      header: '差',
      align: 'end',
      cell: ({ expectedYen, receivedYen }) => (expectedYen === null ? '—' : formatYenDelta(yen(receivedYen - expectedYen))),
    },
  ]
  return (
    <section>
      <h2 className="mb-2 text-[1.125rem] font-bold">年度ごとの納入</h2>
      <DataTable
        caption="年度ごとの納入"
        columns={columns}
        rows={years}
        rowKey={({ duesYear }) => String(duesYear)}
        empty={
          <EmptyState title="名前で記帳された納入はまだありません">
            {route === 'association' ? '自治会の束の中で納められた分は、自治会の合計に含まれます。' : '受付で支援者を選んで記帳すると、ここに並びます。'}
          </EmptyState>
        }
      />
    </section>
  )
}
