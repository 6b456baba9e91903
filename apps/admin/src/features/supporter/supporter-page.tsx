import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { Tabs } from '@sasaeai/ui/tabs'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ExportChoice } from '../../app/export-choice.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { UndoButton } from '../../app/undo-button.tsx'
import { useMayDo } from '../../app/use-may-do.ts'
import { useRunCommand } from '../../app/use-run-command.ts'
import { LettersOfSupporter } from '../letter/letters-of-supporter.tsx'
import { AddressLabelButton } from '../letter/address-label/address-label-button.tsx'
import { MembershipsOfSupporter } from '../membership-dues/member/memberships-of-supporter.tsx'
import { type RecordedSupporter, SupporterAdditionsPart } from './additions/supporter-additions-part.tsx'
import { ContactLog } from './contact-log.tsx'
import { MergedNotice, MergesOfSupporter } from './merge/merges-of-supporter.tsx'
import { SupporterMoneyPart } from './money/supporter-money-part.tsx'
import { ReceiptsOfSupporter } from './records/receipts-of-supporter.tsx'
import { SupporterForm } from './supporter-form.tsx'
import type { SupporterPageSearch } from './supporter-routes.tsx'
import { SupporterSummary } from './supporter-summary.tsx'
import { supporterTabs } from './supporter-tabs.ts'

/** One supporter: everything given, paid, received and written, and what is recorded of them. */
export function SupporterPage() {
  const { supporterId } = useParams({ from: '/staff/supporters/$supporterId' })
  const supporter = useQuery(trpc.supporter.get.queryOptions({ supporterId }))
  const mayWrite = useMayDo('supporter.write')
  const [reloads, setReloads] = useState(0)
  const toggle = useClosing(supporterId)
  const write = useMutation(trpc.supporter.exportOne.mutationOptions())
  const { run = 'calendar' } = useSearch({ from: '/staff/supporters/$supporterId' })
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
        crumbs={[{ label: '支援者名簿', href: '/admin/supporters' }, { label: name }]}
        description={`支援者番号 ${number}`}
        status={isClosed ? <StatusChip>使用終了</StatusChip> : undefined}
        actions={
          supporter.data.mergedInto === null ? (
            <>
              <ExportChoice subject={`${name}の記録`} write={(format) => write.mutateAsync({ supporterId, run, format })}>年ごとの納入と寄附、使途の指定、領収書・預り証、受け取った助成です。</ExportChoice>
              <AddressLabelButton recipients={{ of: 'supporter', filter: { supporterId } }} />
              {mayWrite && <Button onClick={() => void toggle(name, isClosed)}>{isClosed ? '使用再開する' : '使用終了にする'}</Button>}
            </>
          ) : undefined
        }
      />
      <MergedNotice mergedInto={supporter.data.mergedInto} />
      <SupporterParts supporter={supporter.data}>
        {mayWrite && supporter.data.mergedInto === null ? (
          <EditedSupporter key={`${supporterId} ${reloads}`} recorded={supporter.data} onReload={() => void reload()} />
        ) : (
          <SupporterSummary supporter={detailsOf(supporter.data)} />
        )}
      </SupporterParts>
    </>
  )
}

/** The parts of the page; the children are 登録内容. */
function SupporterParts({ supporter, children }: { readonly supporter: RecordedSupporter; readonly children: ReactNode }) {
  const { supporterId } = supporter
  const navigate = useNavigate({ from: '/supporters/$supporterId' })
  const { tab = 'money', run = 'calendar' } = useSearch({ from: '/staff/supporters/$supporterId' })
  const show = (search: SupporterPageSearch) => void navigate({ search: (before) => ({ ...before, ...search }), replace: true, resetScroll: false })
  return (
    <Tabs
      label="支援者の内容"
      selectedId={tab}
      onSelect={(chosen) => show({ tab: choiceIn(supporterTabs, chosen) })}
      items={[
        { id: 'money', label: '納入・寄附', content: <SupporterMoneyPart supporterId={supporterId} run={run} onRun={(chosen) => show({ run: chosen })} /> },
        {
          id: 'records',
          label: '会員・書類・接触',
          content: (
            <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
              <MembershipsOfSupporter supporterId={supporterId} />
              <ContactLog supporterId={supporterId} />
              <ReceiptsOfSupporter supporterId={supporterId} />
              <LettersOfSupporter supporterId={supporterId} isMerged={supporter.mergedInto !== null} />
              <MergesOfSupporter supporterId={supporterId} isMerged={supporter.mergedInto !== null} />
            </div>
          ),
        },
        { id: 'additions', label: '住所・関係・添付', content: <SupporterAdditionsPart supporter={supporter} /> },
        { id: 'details', label: '登録内容', content: children },
      ]}
    />
  )
}

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
