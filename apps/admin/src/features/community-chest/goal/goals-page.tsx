import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { goalTree, sumOfMethods } from '@sasaeai/domain/community-chest/goal/goal-sheet'
import type { GoalSheetWire } from '@sasaeai/domain/community-chest/goal/goal-sheet-wire'
import { goalsAsTyped } from '@sasaeai/domain/community-chest/goal/typed-goals'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { ApportionDialog } from './apportion-dialog.tsx'
import { GoalFigures } from './goal-figures.tsx'
import { GoalGrid } from './goal-grid.tsx'
import { type GoalDraftActs, useGoalDraft } from './use-goal-draft.ts'

/** 目標額: what each area sets out to collect in each way. */
export function GoalsPage() {
  const { campaignId } = useParams({ from: '/staff/chest/$campaignId/goals' })
  const sheet = useQuery(trpc.communityChest.goal.sheet.queryOptions({ campaignId }))
  if (sheet.isError && sheet.data === undefined) return <PageError reset={() => void sheet.refetch()} />
  if (sheet.data === undefined) return <LoadingSkeleton lines={12} />
  if (sheet.data === null) return <EmptyState title="この運動は見つかりません">運動の一覧から選び直してください。</EmptyState>
  return <GoalSheetView key={campaignId} sheet={sheet.data} />
}

function GoalSheetView({ sheet }: { sheet: GoalSheetWire }) {
  const { campaignId, name, fiscalYear, areas, methods } = sheet
  const mayWrite = useMayDo('chest.manage')
  const draft = useGoalDraft(sheet)
  const [isApportioning, setApportioning] = useState(false)
  const goals = useMemo(() => goalsAsTyped(draft.recorded, draft.typed, methods.length), [draft.recorded, draft.typed, methods.length])
  const tree = useMemo(() => goalTree(areas, methods.length, goals), [areas, methods.length, goals])
  const sumYen = sumOfMethods(tree.total)
  return (
    <>
      <PageHeader
        title={`${formatFiscalYear(fiscalYear)} ${name}の目標額`}
        crumbs={[{ label: '運動の一覧', href: '/admin/chest' }, { label: name, href: `/admin/chest/${campaignId}` }, { label: '目標額' }]}
        description="校区・自治会ごと、募金方法ごとの目標額です。Enterで下の欄へ進み、Excelの表をそのまま貼り付けられます。"
        actions={
          <>
            <GoalFiles campaignId={campaignId} />
            {mayWrite && <Button onClick={() => setApportioning(true)}>按分する</Button>}
            {mayWrite && <Button variant="primary" isBusy={draft.isSaving} busyLabel="保存しています" onClick={() => void draft.save(false)}>保存する</Button>}
          </>
        }
      />
      <DraftNotices draft={draft} />
      <GoalFigures sheet={sheet} sumYen={sumYen} mayWrite={mayWrite} isSaving={draft.isSaving} onTakeSum={() => draft.save(true)} />
      <GoalGrid sheet={sheet} tree={tree} draft={draft} mayWrite={mayWrite} />
      {isApportioning && (
        <ApportionDialog sheet={sheet} tree={tree} goals={goals} onClose={() => setApportioning(false)}
          onApply={(wanted) => {
            draft.put(wanted)
            setApportioning(false)
          }} />
      )}
    </>
  )
}

/** The goals as they are saved, as files. */
function GoalFiles({ campaignId }: Pick<GoalSheetWire, 'campaignId'>) {
  const write = useMutation(trpc.communityChest.goal.export.mutationOptions())
  return (
    <>
      <ExportChoice subject="目標額" write={(format) => write.mutateAsync({ campaignId, format })} />
      <OrderPapersButton order={{ kind: 'campaign_goals', campaignId }}>PDF（校区まで）</OrderPapersButton>
      <OrderPapersButton order={{ kind: 'campaign_goals', campaignId, withAssociations: true }}>PDF（自治会まで）</OrderPapersButton>
    </>
  )
}

/** What stands in the way of saving, and that something is not saved yet. */
function DraftNotices({ draft }: { draft: GoalDraftActs }) {
  const { problem, isOutdated, typed, reload, discard } = draft
  const outdated = isOutdated ? '入力を始めたあとに、ほかの人が目標額を保存しました。最新の内容を読み込んで確かめてください。' : null
  const title = problem ?? outdated
  return (
    <div className="mb-4 flex flex-col gap-3 empty:hidden print-hidden">
      {title !== null && (
        <NoticeBanner tone="error" isLive title={title}
          action={isOutdated ? <Button size="small" onClick={() => void reload()}>最新の内容を読み込む</Button> : undefined} />
      )}
      {typed.size > 0 && (
        <NoticeBanner tone="info" title="保存していない入力があります（色の付いた欄）" action={<Button size="small" onClick={discard}>入力を捨てる</Button>}>
          このブラウザーに残してあるので、読み込み直しても消えません。
        </NoticeBanner>
      )}
    </div>
  )
}
