import { linePayers, type LinePayer } from '@sasaeai/domain/membership-dues/request/dues-request-payer'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { Tabs } from '@sasaeai/ui/tabs'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { SearchField } from '../../../app/search-field.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { AdjustLineDialog } from './adjust-line-dialog.tsx'
import { duesLineColumns } from './dues-line-columns.tsx'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import type { DuesRequestOfKind } from './dues-requests-page.tsx'

export type DuesLine = RouterOutput['membershipDues']['request']['lines']['rows'][number]

interface DuesLinesProps {
  readonly kind: DuesRequestOfKind
  readonly request: NonNullable<DuesRequestOfKind['request']>
}

const payerNames: Record<LinePayer, string> = { area: '自治会など', member: '会員' }

/** Every line of a request: the associations and the members that are asked. */
export function DuesLines({ kind, request }: DuesLinesProps) {
  const countOf: Record<LinePayer, number> = { area: request.areaLines, member: request.memberLines }
  const offered = linePayers.filter((payer) => countOf[payer] > 0)
  if (offered.length === 0) {
    return (
      <EmptyState title="お願いする先がまだありません">
        {kind.terms?.unit === 'household' ? '地域の世帯数' : '会員'}を登録してから、もう一度準備してください。
      </EmptyState>
    )
  }
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h3 className="text-[1.125rem] font-bold">お願いする先</h3>
        <div className="print-hidden">
          <DuesListExportButton size="small" list={{ list: 'request_lines', requestId: request.requestId }} name={`${kind.name}のお願いする先`} />
        </div>
      </div>
      <Tabs
        label="お願いする先"
        items={offered.map((payer) => ({
          id: payer,
          label: `${payerNames[payer]}（${groupDigits(countOf[payer])}）`,
          content: <LineList {...{ kind, request, payer }} />,
        }))}
      />
    </div>
  )
}

function LineList({ kind, request, payer }: DuesLinesProps & { payer: LinePayer }) {
  const fiscalYear = useFiscalYearInView()
  const mayManage = useMayDo('dues.manage')
  const [text, setText] = useState('')
  const [adjustedOnly, setAdjustedOnly] = useState(false)
  const runCommand = useRunCommand()
  const drop = useMutation(trpc.membershipDues.request.dropAdjustment.mutationOptions())
  const [adjusting, setAdjusting] = useState<DuesLine>()
  const list = useInfiniteQuery(
    trpc.membershipDues.request.lines.infiniteQueryOptions(
      { requestId: request.requestId, payer, text, adjustedOnly },
      { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const totals = list.data?.pages[0]?.totals
  const onDrop = ({ payerKey, revision }: DuesLine) =>
    void runCommand(() => drop.mutateAsync({ requestId: request.requestId, payerKey, revision }), {
      done: '手直しを取り消しました。もう一度準備すると、いまの世帯数や会員に合わせます',
    })
  const reload = async () => {
    const { data } = await list.refetch()
    setAdjusting(data?.pages.flatMap((page) => page.rows).find(({ payerKey }) => payerKey === adjusting?.payerKey))
  }
  if (list.isError && rows === undefined) return <PageError reset={() => void list.refetch()} />
  return (
    <>
      <search className="mb-3 flex flex-wrap items-end gap-x-6 gap-y-2 print-hidden">
        <SearchField width="long" label={payer === 'area' ? '地域の番号・名称、納入番号' : '会員の名前・番号、納入番号'} onSettled={setText} />
        {request.adjusted > 0 && (
          <CheckboxField label={`手で直した納入先だけ（${groupDigits(request.adjusted)}件）`} checked={adjustedOnly}
            onChange={(event) => setAdjustedOnly(event.currentTarget.checked)} />
        )}
      </search>
      <DataTable
        caption={`${kind.name}のお願いする先`}
        columns={duesLineColumns({ kind, payer, fiscalYear, acts: mayManage ? { onAdjust: setAdjusting, onDrop } : undefined })}
        rows={rows}
        rowKey={({ payerKey }) => payerKey}
        phone="cards"
        isRefreshing={list.isPlaceholderData}
        empty={<EmptyState title="該当する納入先はありません" icon="search" />}
        summary={totals == null ? undefined : [
          { label: '件数', value: `${groupDigits(totals.count)}件` },
          { label: '目安額', value: `${formatYen(totals.expectedYen)}円` },
        ]}
      />
      {totals != null && rows !== undefined && rows.length > 0 && (
        <PaginationMore shown={groupDigits(rows.length)} total={groupDigits(totals.count)} hasMore={list.hasNextPage}
          isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
      {adjusting !== undefined && (
        <AdjustLineDialog key={adjusting.revision} kind={kind} requestId={request.requestId} line={adjusting}
          onClose={() => setAdjusting(undefined)} onReload={() => void reload()} />
      )}
    </>
  )
}
