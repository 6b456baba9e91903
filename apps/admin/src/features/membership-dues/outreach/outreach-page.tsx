import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { outreachKindNames, outreachKinds } from '@sasaeai/domain/membership-dues/outreach/outreach-kind'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'
import { OutreachActs } from './outreach-acts.tsx'
import { outreachColumns, type OutreachEvent, type OutreachList } from './outreach-columns.tsx'
import type { OutreachSearch } from './outreach-search.ts'

const OutreachDialog = lazy(async () => ({ default: (await import('./outreach-dialog.tsx')).OutreachDialog }))

/** 説明会の記録: where the council explained itself, with what came in from there in that year and the next. */
export function OutreachPage() {
  const fiscalYear = useFiscalYearInView()
  const search = useSearch({ from: '/staff/dues/outreach' })
  const { postedUntil } = search
  const log = useQuery({ ...trpc.membershipDues.outreach.list.queryOptions({ fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.membershipDues.outreach.export.mutationOptions())
  const mayWrite = useMayDo('dues.write') && postedUntil === undefined
  const [dialog, setDialog] = useState<{ readonly event: OutreachEvent | null }>()
  const reload = async () => {
    const newest = await queryClient.fetchQuery({ ...trpc.membershipDues.outreach.list.queryOptions({ fiscalYear }), staleTime: 0 })
    const event = newest.events.find(({ outreachId }) => outreachId === dialog?.event?.outreachId)
    setDialog(event === undefined ? undefined : { event })
  }
  const add = <Button variant="primary" icon="plus" onClick={() => setDialog({ event: null })}>説明会を記録する</Button>
  return (
    <>
      <PageHeader
        title="説明会の記録"
        description={`${formatFiscalYear(fiscalYear)}に行った説明・広報です。その地域や団体から届いた会費を、その年度と翌年度とで並べます。${postedUntil === undefined ? '' : `会費は${postedUntilWords(postedUntil)}です。説明会の記録は、いまの登録によります。`}`}
        actions={
          <>
            <ExportChoice subject="説明会の記録" write={(format) => write.mutateAsync({ fiscalYear, postedUntil, format })} />
            {mayWrite && add}
          </>
        }
      />
      {log.isError && log.data === undefined && <PageError reset={() => void log.refetch()} />}
      <PageMoment postedUntil={postedUntil} />
      {log.data !== undefined && log.data.events.length > 0 && <OutreachFilter />}
      {!log.isError && <OutreachTable log={log.data} search={search} onEdit={mayWrite ? (event) => setDialog({ event }) : undefined} />}
      <Suspense>
        {dialog !== undefined && (
          <OutreachDialog key={dialog.event?.revision} event={dialog.event} onClose={() => setDialog(undefined)} onReload={() => void reload()} />
        )}
      </Suspense>
    </>
  )
}

function OutreachFilter() {
  const { kind, text } = useSearch({ from: '/staff/dues/outreach' })
  const navigate = useNavigate({ from: '/dues/outreach' })
  const change = (wanted: OutreachSearch) =>
    void navigate({ search: (before) => ({ ...before, ...wanted }), resetScroll: false, replace: true })
  return (
    <div className="mb-4 flex flex-wrap gap-x-6 gap-y-3 print-hidden">
      <SelectField label="種類" value={kind ?? ''} emptyLabel="すべて"
        options={outreachKinds.map((value) => ({ value, label: outreachKindNames[value] }))}
        onChange={(event) => change({ kind: outreachKinds.find((each) => each === event.currentTarget.value) })} />
      <TextField label="ことば" support="題名、地域、団体、場所、職員、内容から探します。" defaultValue={text ?? ''} autoComplete="off"
        onChange={(event) => change({ text: event.currentTarget.value === '' ? undefined : event.currentTarget.value })} />
    </div>
  )
}

interface OutreachTableProps {
  readonly log: OutreachList | undefined
  readonly search: OutreachSearch
  readonly onEdit: ((event: OutreachEvent) => void) | undefined
}

function OutreachTable({ log, search, onEdit }: OutreachTableProps) {
  const rows = log?.events.filter((event) => isMeant(event, search))
  const acts: Column<OutreachEvent>[] =
    onEdit === undefined ? [] : [{ id: 'acts', header: '操作', isActs: true, cell: (event) => <OutreachActs event={event} onEdit={() => onEdit(event)} /> }]
  const attendees = rows?.reduce((sum, event) => sum + (event.attendees ?? 0), 0) ?? 0
  return (
    <DataTable
      caption="説明会の記録"
      columns={log === undefined ? [] : [...outreachColumns(log, search.postedUntil), ...acts]}
      rows={rows}
      rowKey={({ outreachId }) => outreachId}
      phone="cards"
      empty={
        log?.events.length === 0 ? (
          <EmptyState title="この年度の記録はまだありません">説明会や会議を記録しておくと、翌年度の会費がどう変わったかを横に並べて見られます。</EmptyState>
        ) : undefined
      }
      summary={rows === undefined ? undefined : [{ label: '件数', value: `${groupDigits(rows.length)}件` }, { label: '参加者の計', value: `${groupDigits(attendees)}人` }]}
    />
  )
}

function isMeant({ kind, title, areaName, supporterName, place, staff, summary }: OutreachEvent, search: OutreachSearch): boolean {
  if (search.kind !== undefined && search.kind !== kind) return false
  const words = [title, areaName ?? '', supporterName ?? '', place, staff, summary].map(normalizeForSearch)
  const wanted = normalizeForSearch(search.text ?? '')
  return words.some((word) => word.includes(wanted))
}
