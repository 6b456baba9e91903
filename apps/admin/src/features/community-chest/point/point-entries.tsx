import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { countText } from '@sasaeai/domain/community-chest/result/count-text'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { CollectionPointPageData } from './point-page.tsx'

type PointEntry = CollectionPointPageData['candidates'][number]
type LinkedEntry = CollectionPointPageData['entries'][number]

/** The entries of a point, and below them those that came in by another door and may be its own. */
export function PointEntries({ page, isNow }: { readonly page: CollectionPointPageData; readonly isNow: boolean }) {
  const mayWrite = useMayDo('chest.write') && isNow
  const { link, unlink } = useLinks(page)
  return (
    <>
      <section aria-labelledby="point-entries">
        <h2 id="point-entries" className="mb-1 text-[1.125rem] font-bold">入金</h2>
        <DataTable
          caption="入金"
          columns={[...entryColumns<LinkedEntry>(), ...(mayWrite ? [unlinkColumn(unlink)] : [])]}
          rows={page.entries}
          rowKey={({ entryId }) => entryId}
          phone="cards"
          empty={<EmptyState title="まだ入金がありません" icon="yen">{isNow && '「金種計数」で記帳するか、下の一覧から結びつけてください。'}</EmptyState>}
        />
      </section>
      {mayWrite && page.candidates.length > 0 && <Candidates entries={page.candidates} onLink={link} />}
    </>
  )
}

function useLinks({ point: { pointId, name } }: CollectionPointPageData) {
  const linking = useMutation(trpc.communityChest.point.link.mutationOptions())
  const unlinking = useMutation(trpc.communityChest.point.unlink.mutationOptions())
  const run = useRunCommand()
  const link = (entryIds: JournalEntryId[]) =>
    run(() => linking.mutateAsync({ pointId, entryIds }), {
      done: `${entryIds.length}件の入金を「${name}」に結びつけました`,
      action: <UndoButton onUndo={() => run(() => unlinking.mutateAsync({ pointId, entryIds }), { done: '結びつけを元に戻しました' })} />,
    })
  const unlink = (entryId: JournalEntryId) =>
    run(() => unlinking.mutateAsync({ pointId, entryIds: [entryId] }), {
      done: '結びつけを外しました。伝票はそのままです',
      action: <UndoButton onUndo={() => run(() => linking.mutateAsync({ pointId, entryIds: [entryId] }), { done: 'もう一度結びつけました' })} />,
    })
  return { link, unlink }
}

/** What came in for the year's drives without a place: chosen one by one, linked in one act. */
function Candidates({ entries, onLink }: { entries: readonly PointEntry[]; onLink: (entryIds: JournalEntryId[]) => Promise<boolean> }) {
  const [chosen, setChosen] = useState<ReadonlySet<JournalEntryId>>(new Set())
  const toggle = (entryId: JournalEntryId) => {
    const changed = new Set(chosen)
    if (!changed.delete(entryId)) changed.add(entryId)
    setChosen(changed)
  }
  const link = async () => {
    if (await onLink([...chosen])) setChosen(new Set())
  }
  const choice: Column<PointEntry> = {
    id: 'choice', header: '選ぶ',
    cell: ({ entryId, entryNumber }) => <CheckboxField label={`${entryNumber}番`} checked={chosen.has(entryId)} onChange={() => toggle(entryId)} />,
  }
  return (
    <section aria-labelledby="candidates" className="print-hidden">
      <h2 id="candidates" className="mb-1 text-[1.125rem] font-bold">場所の決まっていない入金</h2>
      <p className="phrases mb-2 text-[0.9375rem] text-ink-sub">受付などで記帳した、戸別募金のほかの入金です（新しい100件まで）。この場所のものを選んで結びつけます。伝票は変わりません。</p>
      <DataTable caption="場所の決まっていない入金" columns={[choice, ...entryColumns<PointEntry>()]} rows={entries} rowKey={({ entryId }) => entryId} phone="cards" />
      {chosen.size > 0 && <Button variant="primary" className="mt-3" onClick={() => void link()}>選んだ{chosen.size}件を結びつける</Button>}
    </section>
  )
}

function entryColumns<Entry extends PointEntry>(): Column<Entry>[] {
  return [
    { id: 'day', header: '日付', cell: ({ entryDate }) => <span className="figures">{formatLocalDateShort(entryDate)}</span> },
    {
      id: 'entry', header: '伝票', isRowHeader: true,
      cell: ({ entryId, entryNumber, description }) => (
        <>
          <AppLink to="/entries/$entryId" params={{ entryId }}>{entryNumber}番</AppLink> <span className="max-sm:hidden">{description}</span>
        </>
      ),
    },
    { id: 'method', header: '方法', isWideOnly: true, cell: ({ methodName }) => methodName },
    { id: 'count', header: '件数', align: 'end', isWideOnly: true, cell: ({ count, countMeaning }) => countText(count, countMeaning) },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
  ]
}

function unlinkColumn(onUnlink: (entryId: JournalEntryId) => Promise<boolean>): Column<LinkedEntry> {
  return {
    id: 'acts', header: '操作', isActs: true,
    cell: ({ entryId, entryNumber, isLinkedItself }) => isLinkedItself && (
      <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5" aria-label={`${entryNumber}番の結びつけを外す`} onClick={() => void onUnlink(entryId)}>外す</Button>
    ),
  }
}
