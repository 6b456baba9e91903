import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { duesTermsOfYear } from '@sasaeai/domain/membership-dues/terms/dues-terms-of-year'
import { memberCounter } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { useQuery } from '@tanstack/react-query'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useGround } from '../../ledger/use-ground.ts'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import type { MemberSearch } from './member-search.ts'

type Counts = RouterOutput['membershipDues']['member']['counts']
type KindCount = Counts['kinds'][number]

const columns: readonly Column<KindCount>[] = [
  { id: 'kind', header: '会員種別', isRowHeader: true, cell: ({ name }) => name },
  { id: 'start', header: '年度はじめ', align: 'end', cell: (kind) => groupDigits(kind.thisYear.atStart) },
  { id: 'new', header: '新規', align: 'end', cell: (kind) => groupDigits(kind.thisYear.joined) },
  { id: 'rejoined', header: '再入会', align: 'end', cell: (kind) => groupDigits(kind.thisYear.rejoined) },
  { id: 'left', header: '退会', align: 'end', cell: (kind) => groupDigits(kind.thisYear.left) },
  { id: 'now', header: '在籍', align: 'end', cell: (kind) => groupDigits(kind.thisYear.now) },
  { id: 'units', header: '口数', align: 'end', cell: (kind) => groupDigits(kind.thisYear.units) },
  { id: 'last', header: '前年同日の在籍', align: 'end', cell: (kind) => groupDigits(kind.lastYear.now) },
  { id: 'lastNew', header: '前年の新規・再入会', align: 'end', cell: (kind) => groupDigits(kind.lastYear.joined + kind.lastYear.rejoined) },
  { id: 'lastLeft', header: '前年の退会', align: 'end', cell: (kind) => groupDigits(kind.lastYear.left) },
]

/** How many members each kind has, and how they moved this year, beside last year to the same day. */
export function MemberCounts({ asOf, postedUntil }: Pick<MemberSearch, 'asOf' | 'postedUntil'>) {
  const year = useFiscalYearInView()
  const ground = useGround()
  const counts = useQuery(trpc.membershipDues.member.counts.queryOptions({ fiscalYear: year, asOf, postedUntil }))
  // Kinds that only associations pay have no members by name; a row of noughts would say they had lost them.
  const kinds = counts.data?.kinds.filter(({ thisYear, lastYear }) => [thisYear, lastYear].some(hasMembers)) ?? []
  if (counts.data === undefined || kinds.length === 0) return null
  const { day, lastYearDay } = counts.data
  return (
    <section aria-label="会員の数" className="mb-6">
      <div className="grid grid-cols-2 gap-x-6 gap-y-5 lg:grid-cols-4 print:grid-cols-4">
        {kinds.map((kind) => (
          <StatFigure
            key={kind.duesKindId}
            label={kind.name}
            value={groupDigits(kind.thisYear.now)}
            unit={ground.data === undefined ? '' : memberCounter(duesTermsOfYear(ground.data, kind.duesKindId, year)?.payer)}
            deltas={[{ label: '前年同日から', value: change(kind.thisYear.now - kind.lastYear.now) }]}
            note={`${groupDigits(kind.thisYear.units)}口・新規${kind.thisYear.joined}・再入会${kind.thisYear.rejoined}・退会${kind.thisYear.left}`}
          />
        ))}
      </div>
      <details className="mt-3">
        <summary className="w-fit cursor-pointer py-2 text-accent underline print-hidden">増減を表で見る</summary>
        <DataTable caption="会員の増減" columns={columns} rows={kinds} rowKey={({ duesKindId }) => duesKindId} />
        <p className="mt-3 print-hidden"><DuesListExportButton size="small" list={{ list: 'member_counts', fiscalYear: year, asOf, postedUntil }} name="会員の増減" /></p>
        <p className="mt-1 text-[0.8125rem] text-ink-faint">
          {formatLocalDateShort(day)}現在。前年は{formatLocalDateShort(lastYearDay)}まで。年度はじめ＋新規＋再入会−退会＝在籍です。
        </p>
      </details>
    </section>
  )
}

function hasMembers({ now, joined, rejoined, left }: KindCount['thisYear']): boolean {
  return now + joined + rejoined + left > 0
}

function change(difference: number): string {
  if (difference === 0) return '増減なし'
  return difference < 0 ? `△${groupDigits(-difference)}` : `＋${groupDigits(difference)}`
}
