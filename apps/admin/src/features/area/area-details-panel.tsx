import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { Button } from '@sasaeai/ui/button'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { GroundItemActions } from '../council/ground-item-actions.tsx'
import { AreaDialog } from './area-dialog.tsx'
import { areasAbove, type ListedArea } from './area-tree.ts'
import { ChildAreas } from './child-areas.tsx'
import { HouseholdsSection } from './households-section.tsx'

interface AreaDetailsPanelProps {
  readonly area: ListedArea
  readonly areas: readonly ListedArea[]
  readonly year: FiscalYear
}

/** One area: what it is, its households, what stands below it, and what can be done with it. */
export function AreaDetailsPanel({ area, areas, year }: AreaDetailsPanelProps) {
  // As it was when the dialog opened: what others save meanwhile must not change under the typist's hands. Null adds one.
  const [edited, setEdited] = useState<ListedArea | null>()
  const mayManage = useMayDo('ground.manage')
  const close = useMutation(trpc.area.close.mutationOptions())
  const reopen = useMutation(trpc.area.reopen.mutationOptions())
  const remove = useMutation(trpc.area.remove.mutationOptions())
  const reload = async () => {
    const recent = await queryClient.fetchQuery(trpc.area.list.queryOptions(undefined, { staleTime: 0 }))
    setEdited(recent.find(({ areaId }) => areaId === area.areaId))
  }
  const path = areasAbove(areas, area).map((each) => each.name).join(' › ')
  return (
    <section aria-labelledby="area-name" className="flex min-w-0 flex-col gap-6">
      <header className="flex flex-col gap-2">
        <p className="text-[0.875rem] text-ink-sub">{path === '' ? 'いちばん上の地域' : path}</p>
        <div className="flex flex-wrap items-center gap-3">
          <h2 id="area-name" className="text-[1.375rem] font-bold">
            {area.name}
          </h2>
          <StatusChip>{area.typeName}</StatusChip>
          {area.closedOn !== null && <StatusChip tone="warning">使用終了</StatusChip>}
        </div>
        {mayManage && (
          <div className="flex flex-wrap items-center gap-3 print-hidden">
            <GroundItemActions
              item={{ id: area.areaId, name: area.name, closedOn: area.closedOn }}
              noun="地域"
              verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
              onEdit={() => setEdited(area)}
            />
            <Button size="small" icon="plus" onClick={() => setEdited(null)}>
              下に地域を追加する
            </Button>
          </div>
        )}
      </header>
      <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-[8rem_1fr]">
        <Line term="コード" value={area.code} />
        <Line term="フリガナ" value={area.kana} />
        <Line term="備考" value={area.note} />
      </dl>
      <HouseholdsSection area={area} areas={areas} year={year} />
      <ChildAreas area={area} areas={areas} year={year} />
      {edited !== undefined && (
        <AreaDialog
          key={edited?.revision}
          area={edited}
          parent={edited === null ? area : null}
          areas={areas}
          onClose={() => setEdited(undefined)}
          onReload={() => void reload()}
        />
      )}
    </section>
  )
}

function Line({ term, value }: { term: string; value: string }) {
  return (
    <div className="contents">
      <dt className="font-bold">{term}</dt>
      <dd>{value === '' ? '—' : value}</dd>
    </div>
  )
}
