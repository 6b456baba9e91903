import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type UseReportState, reportStateOf, reportStateNames } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { Allocation, AllocationUse } from './allocations-page.tsx'

const AllocationUseDialog = lazy(async () => ({ default: (await import('./allocation-use-dialog.tsx')).AllocationUseDialog }))

interface AllocationUsesProps {
  readonly allocation: Allocation
  readonly today: LocalDate
  /** Nothing is changed as of a past moment. */
  readonly isNow: boolean
}

/** What a 配分金 is used for, and whether it was reported. */
export function AllocationUses({ allocation, today, isNow }: AllocationUsesProps) {
  const mayManage = useMayDo('chest.manage') && isNow
  const [opened, setOpened] = useState<AllocationUse | 'add'>()
  const { allocationId, uses } = allocation
  const reload = async () => {
    const newest = await queryClient.fetchQuery({ ...trpc.communityChest.allocation.get.queryOptions({ allocationId }), staleTime: 0 })
    const shown = opened
    setOpened(newest?.allocation.uses.find(({ useId }) => shown !== 'add' && useId === shown?.useId))
  }
  const acts: Column<AllocationUse> = { id: 'acts', header: '操作', isActs: true, cell: (use) => <UseActs allocation={allocation} use={use} onEdit={() => setOpened(use)} /> }
  const columns = columnsOf(uses, today)
  return (
    <section aria-labelledby="uses">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-3">
        <h2 id="uses" className="text-[1.125rem] font-bold">使途</h2>
        {mayManage && <Button icon="plus" size="small" className="print-hidden" onClick={() => setOpened('add')}>使途を追加する</Button>}
      </div>
      <DataTable caption="使途" columns={mayManage ? [...columns, acts] : columns} rows={uses} rowKey={({ useId }) => useId} phone="cards"
        empty={<EmptyState title="使途はまだ記録していません">どの団体のどの事業に使うかを記録すると、使途の報告と公開データベース用の一覧ができます。</EmptyState>} />
      <Suspense>
        {opened !== undefined && (
          <AllocationUseDialog key={opened === 'add' ? 'add' : opened.revision} allocation={allocation} use={opened === 'add' ? null : opened} onClose={() => setOpened(undefined)}
            onReload={() => void reload()} />
        )}
      </Suspense>
    </section>
  )
}

function columnsOf(uses: readonly AllocationUse[], today: LocalDate): Column<AllocationUse>[] {
  return [
    { id: 'project', header: '事業名', isRowHeader: true, cell: (use) => <Project use={use} />, footer: '合計' },
    { id: 'amount', header: '助成額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen), footer: formatYen(sumYen(uses.map(({ amountYen }) => amountYen))) },
    { id: 'people', header: '対象者', cell: ({ beneficiaries }) => (beneficiaries === null ? '—' : `${groupDigits(beneficiaries)}人`) },
    { id: 'told', header: '活動内容・メッセージ', cell: (use) => <Told use={use} /> },
    { id: 'report', header: '使途の報告', cell: (use) => <Report use={use} today={today} /> },
  ]
}

function Project({ use: { projectName, groupName } }: { use: AllocationUse }) {
  return (
    <>
      {projectName}
      <span className="block text-[0.8125rem] font-normal text-ink-sub">{groupName}</span>
    </>
  )
}

function Told({ use: { activity, message } }: { use: AllocationUse }) {
  if (activity === '' && message === '') return '—'
  return (
    <div className="max-w-[28rem] text-[0.875rem] whitespace-pre-line">
      {activity}
      {message !== '' && <span className="block text-ink-sub">{message}</span>}
    </div>
  )
}

const tones: Record<UseReportState, ChipTone> = { not_asked: 'neutral', to_come: 'accent', overdue: 'warning', reported: 'success' }

function Report({ use, today }: { use: AllocationUse; today: LocalDate }) {
  const state = reportStateOf(use, today)
  const day = use.reportedOn ?? use.reportDueOn
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <StatusChip tone={tones[state]}>{reportStateNames[state]}</StatusChip>
      {day !== null && <span className="figures text-[0.875rem] whitespace-nowrap">{formatLocalDateShort(day)}{use.reportedOn === null && 'まで'}</span>}
    </span>
  )
}

/** Correcting a use, or deleting it, which one press undoes. */
function UseActs({ allocation: { allocationId }, use, onEdit }: { allocation: Allocation; use: AllocationUse; onEdit: () => void }) {
  const run = useRunCommand()
  const save = useMutation(trpc.communityChest.allocation.saveUse.mutationOptions())
  const remove = useMutation(trpc.communityChest.allocation.removeUse.mutationOptions())
  const { useId, revision, ...details } = use
  const name = details.projectName
  const putBack = () => run(() => save.mutateAsync({ allocationId, change: null, details }), { done: `「${name}」を元に戻しました` })
  const takeAway = () => run(() => remove.mutateAsync({ useId, revision }), { done: `「${name}」を削除しました`, action: <UndoButton onUndo={putBack} /> })
  const look = { variant: 'quiet', size: 'small', className: 'whitespace-nowrap' } as const
  return (
    <div className="-ml-3 flex flex-wrap sm:-my-1.5 sm:flex-nowrap print-hidden">
      <Button {...look} aria-label={`「${name}」を直す`} onClick={onEdit}>直す</Button>
      <Button {...look} aria-label={`「${name}」を削除する`} onClick={() => void takeAway()}>削除</Button>
    </div>
  )
}
