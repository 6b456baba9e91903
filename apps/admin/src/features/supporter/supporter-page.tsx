import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { PageError } from '../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../app/trpc.ts'
import { UndoButton } from '../../app/undo-button.tsx'
import { useMayDo } from '../../app/use-may-do.ts'
import { useRunCommand } from '../../app/use-run-command.ts'
import { MembershipsOfSupporter } from '../membership-dues/member/memberships-of-supporter.tsx'
import { ContactLog } from './contact-log.tsx'
import { MergedNotice, MergesOfSupporter } from './merge/merges-of-supporter.tsx'
import { SupporterForm } from './supporter-form.tsx'
import { SupporterSummary } from './supporter-summary.tsx'

/** One supporter: what is recorded, editable by those who may. */
export function SupporterPage() {
  const { supporterId } = useParams({ from: '/staff/supporters/$supporterId' })
  const supporter = useQuery(trpc.supporter.get.queryOptions({ supporterId }))
  const mayWrite = useMayDo('supporter.write')
  const [reloads, setReloads] = useState(0)
  const toggle = useClosing(supporterId)
  if (supporter.isError) return <PageError reset={() => void supporter.refetch()} />
  if (supporter.data === undefined) return <LoadingSkeleton lines={8} />
  const { name, number, isClosed } = supporter.data
  const reload = async () => {
    await supporter.refetch()
    setReloads((times) => times + 1)
  }
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: '支援者', href: '/admin/supporters' }, { label: name }]}
        description={`支援者番号 ${number}`}
        status={isClosed ? <StatusChip>使用終了</StatusChip> : undefined}
        actions={
          mayWrite && supporter.data.mergedInto === null ? (
            <Button onClick={() => void toggle(name, isClosed)}>{isClosed ? '使用再開する' : '使用終了にする'}</Button>
          ) : undefined
        }
      />
      <MergedNotice mergedInto={supporter.data.mergedInto} />
      {mayWrite && supporter.data.mergedInto === null ? (
        <EditedSupporter key={`${supporterId} ${reloads}`} recorded={supporter.data} onReload={() => void reload()} />
      ) : (
        <SupporterSummary supporter={detailsOf(supporter.data)} />
      )}
      <div className="mt-10 grid gap-x-12 gap-y-8 border-t border-line pt-8 lg:grid-cols-2">
        <MembershipsOfSupporter supporterId={supporterId} />
        <ContactLog supporterId={supporterId} />
        <MergesOfSupporter supporterId={supporterId} isMerged={supporter.data.mergedInto !== null} />
      </div>
    </>
  )
}

type RecordedSupporter = RouterOutput['supporter']['get']

/** The form, on what was recorded when it opened: what others save meanwhile must not change under the typist's hands. */
function EditedSupporter({ recorded, onReload }: { readonly recorded: RecordedSupporter; readonly onReload: () => void }) {
  const [opened] = useState(recorded)
  const update = useMutation(trpc.supporter.update.mutationOptions())
  const navigate = useNavigate()
  const { supporterId, revision, name } = opened
  return (
    <SupporterForm
      supporter={detailsOf(opened)}
      save={(details) => update.mutateAsync({ supporterId, revision, details })}
      done={`「${name}」を保存しました`}
      onSaved={() => void navigate({ to: '/supporters' })}
      onReload={onReload}
    />
  )
}

function detailsOf(recorded: RecordedSupporter) {
  return { ...supporterDetailsSchema.parse(recorded), areaName: recorded.areaName }
}

function useClosing(supporterId: string) {
  const close = useMutation(trpc.supporter.close.mutationOptions())
  const reopen = useMutation(trpc.supporter.reopen.mutationOptions())
  const run = useRunCommand()
  return (name: string, isClosed: boolean) => {
    const bringBack = () => run(() => reopen.mutateAsync({ supporterId }), { done: `「${name}」を使用中に戻しました` })
    if (isClosed) return bringBack()
    return run(() => close.mutateAsync({ supporterId }), {
      done: `「${name}」を使用終了にしました`,
      action: <UndoButton onUndo={bringBack} />,
    })
  }
}
