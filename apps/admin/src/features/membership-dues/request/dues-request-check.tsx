import type { DuesRequestId } from '@sasaeai/domain/ids'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYearOnYearChange } from '@sasaeai/domain/money/ratio'
import { formatYen, formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'

type Check = NonNullable<RouterOutput['membershipDues']['request']['check']>
type Difference = Check['differences'][number]

const fewRows = 8

/** What to look at before fixing: areas that would not be asked at all, and how the amounts differ from last year's. */
export function DuesRequestCheck({ requestId, isFixed }: { requestId: DuesRequestId; isFixed: boolean }) {
  const check = useQuery(trpc.membershipDues.request.check.queryOptions({ requestId }))
  if (check.isPending) return <LoadingSkeleton lines={4} />
  if (check.data === null || check.data === undefined) return null
  return (
    <>
      {!isFixed && <MissingHouseholds areas={check.data.areasWithoutHouseholds} />}
      <Differences check={check.data} />
    </>
  )
}

function MissingHouseholds({ areas }: { areas: Check['areasWithoutHouseholds'] }) {
  if (areas.length === 0) return null
  return (
    <NoticeBanner tone="warning" title={`世帯数がないため、お願いに入らない地域が${groupDigits(areas.length)}あります`}>
      <p>地域を開いて世帯数を入力し、もう一度準備してください。</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {areas.slice(0, 30).map(({ areaId, code, name }) => (
          <li key={areaId}>
            <AppLink to="/settings/areas" search={{ area: areaId }}>
              {code} {name}
            </AppLink>
          </li>
        ))}
        {areas.length > 30 && <li>ほか{groupDigits(areas.length - 30)}地域</li>}
      </ul>
    </NoticeBanner>
  )
}

const columns: readonly Column<Difference>[] = [
  { id: 'payer', header: '納入先', isRowHeader: true, cell: payerOf },
  { id: 'last', header: '前年（円）', align: 'end', cell: ({ lastYen }) => (lastYen === null ? '—' : formatYen(lastYen)) },
  { id: 'now', header: '今年（円）', align: 'end', cell: ({ expectedYen }) => (expectedYen === null ? '—' : formatYen(expectedYen)) },
  { id: 'change', header: '増減（円）', align: 'end', cell: (row) => formatYenDelta(yen((row.expectedYen ?? 0) - (row.lastYen ?? 0))) },
  { id: 'rate', header: '増減率', align: 'end', isWideOnly: true, cell: (row) => formatYearOnYearChange(row.expectedYen, row.lastYen) },
]

function Differences({ check }: { check: Check }) {
  const [showsAll, setShowsAll] = useState(false)
  const { differences, comparedWith } = check
  if (comparedWith === null) return <p className="text-[0.9375rem] text-ink-sub">前年のお願いも納入もないため、前年とは比べられません。</p>
  const basis = comparedWith === 'request' ? '前年のお願いの目安額' : '前年に納められた額（前年のお願いがないため）'
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-[1.125rem] font-bold">前年との違い</h3>
      <p className="phrases text-[0.9375rem] text-ink-sub">
        {basis}と比べました。多い {groupDigits(check.more)}件、少ない {groupDigits(check.less)}件、新しい {groupDigits(check.isNew)}件
        {comparedWith === 'request' && `、なくなった ${groupDigits(check.isGone)}件`}。違いの大きい順です。
      </p>
      {differences.length > 0 && (
        <DataTable caption="前年との違い" columns={columns} rows={showsAll ? differences : differences.slice(0, fewRows)}
          rowKey={({ payerKey }) => payerKey} phone="cards" />
      )}
      {!showsAll && differences.length > fewRows && (
        <div className="print-hidden">
          <Button size="small" icon="chevron-down" onClick={() => setShowsAll(true)}>
            違いの大きい{groupDigits(differences.length)}件を表示する
          </Button>
        </div>
      )}
    </div>
  )
}

function payerOf({ areaCode, areaName, memberNumber, memberName }: Difference): string {
  return memberName === null ? `${areaCode ?? ''} ${areaName ?? ''}` : `${memberNumber ?? ''} ${memberName}`
}
