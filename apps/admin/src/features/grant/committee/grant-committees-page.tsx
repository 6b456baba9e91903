import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { queryClient, type RouterOutput, trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { GrantExportButton } from '../grant-export-button.tsx'

const CommitteeDialog = lazy(async () => ({ default: (await import('./committee-dialog.tsx')).CommitteeDialog }))

export type GrantCommittee = RouterOutput['grant']['committee']['list'][number]

/** 配分委員会: the meetings of a year, where their minutes are, and what each decided. */
export function GrantCommitteesPage() {
  const fiscalYear = useFiscalYearInView()
  const committees = useQuery(trpc.grant.committee.list.queryOptions({ fiscalYear }))
  const mayManage = useMayDo('grant.manage')
  const [opened, setOpened] = useState<GrantCommittee | null | undefined>()
  const reload = async () => {
    const newest = await queryClient.fetchQuery({ ...trpc.grant.committee.list.queryOptions({ fiscalYear }), staleTime: 0 })
    setOpened((before) => newest.find(({ committeeId }) => committeeId === before?.committeeId))
  }
  const acts: Column<GrantCommittee> = { id: 'acts', header: '操作', isActs: true, cell: (committee) => <CommitteeActs committee={committee} onEdit={() => setOpened(committee)} /> }
  const columns = columnsOf(committees.data ?? [])
  return (
    <>
      <PageHeader
        title="配分委員会"
        description={`${formatFiscalYear(fiscalYear)}に助成を決めた会議です。決定の内容は、助成のページの「決定」で記録します。`}
        actions={
          <>
            <GrantExportButton list={{ list: 'committees', fiscalYear }} name="配分委員会" />
            <Button icon="printer" onClick={() => window.print()}>印刷</Button>
            {mayManage && <Button variant="primary" icon="plus" onClick={() => setOpened(null)}>配分委員会を追加する</Button>}
          </>
        }
      />
      {committees.isError && committees.data === undefined ? (
        <PageError reset={() => void committees.refetch()} />
      ) : (
        <DataTable caption="配分委員会" columns={mayManage ? [...columns, acts] : columns} rows={committees.data} rowKey={({ committeeId }) => committeeId} phone="cards"
          empty={<EmptyState title="この年度の配分委員会はまだありません">開催日と議事録の番号を記録しておくと、決定の根拠をたどれます。</EmptyState>} />
      )}
      <Suspense>
        {opened !== undefined && <CommitteeDialog key={opened?.revision} committee={opened} fiscalYear={fiscalYear} onClose={() => setOpened(undefined)} onReload={() => void reload()} />}
      </Suspense>
    </>
  )
}

function columnsOf(committees: readonly GrantCommittee[]): Column<GrantCommittee>[] {
  const count = (figure: (committee: GrantCommittee) => number) => `${groupDigits(committees.reduce((sum, each) => sum + figure(each), 0))}件`
  return [
    { id: 'heldOn', header: '開催日', cell: ({ heldOn }) => formatLocalDateShort(heldOn), footer: '合計' },
    { id: 'name', header: '委員会', isRowHeader: true, cell: (committee) => <Named committee={committee} /> },
    { id: 'minutes', header: '議事録', cell: ({ minutes }) => (minutes === '' ? '—' : minutes) },
    { id: 'attendees', header: '出席', align: 'end', cell: ({ attendees }) => (attendees === null ? '—' : `${attendees}人`) },
    { id: 'awards', header: '採択', align: 'end', cell: ({ awards }) => `${awards}件`, footer: count(({ awards }) => awards) },
    { id: 'refusals', header: '不採択', align: 'end', cell: ({ refusals }) => `${refusals}件`, footer: count(({ refusals }) => refusals) },
    { id: 'awarded', header: '決定額（円）', align: 'end', cell: ({ awardedYen }) => formatYen(awardedYen), footer: formatYen(sumYen(committees.map(({ awardedYen }) => awardedYen))) },
  ]
}

function Named({ committee: { name, note } }: { committee: GrantCommittee }) {
  return (
    <>
      {name}
      {note !== '' && <span className="block text-[0.875rem] font-normal whitespace-pre-line text-ink-sub">{note}</span>}
    </>
  )
}

/** Correcting a meeting, or deleting one that decided nothing, which one press undoes. */
function CommitteeActs({ committee, onEdit }: { committee: GrantCommittee; onEdit: () => void }) {
  const run = useRunCommand()
  const fiscalYear = useFiscalYearInView()
  const save = useMutation(trpc.grant.committee.save.mutationOptions())
  const remove = useMutation(trpc.grant.committee.remove.mutationOptions())
  const { committeeId, revision, name, heldOn, minutes, attendees, note, awards, refusals } = committee
  const putBack = () => run(() => save.mutateAsync({ change: null, details: { fiscalYear, name, heldOn, minutes, attendees, note } }), { done: `「${name}」を元に戻しました` })
  const takeAway = () => run(() => remove.mutateAsync({ committeeId, revision }), { done: `「${name}」を削除しました`, action: <UndoButton onUndo={putBack} /> })
  const look = { variant: 'quiet', size: 'small', className: 'whitespace-nowrap' } as const
  return (
    <div className="-ml-3 flex flex-wrap sm:-my-1.5 print-hidden">
      <Button {...look} aria-label={`「${name}」を直す`} onClick={onEdit}>直す</Button>
      {awards + refusals === 0 && <Button {...look} aria-label={`「${name}」を削除する`} onClick={() => void takeAway()}>削除</Button>}
    </div>
  )
}
