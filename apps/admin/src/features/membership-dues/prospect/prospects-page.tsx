import { openProspectStages, prospectStageNames, prospectStages } from '@sasaeai/domain/membership-dues/prospect/prospect-stage'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { DialogTurns } from '../../../app/form-dialog.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import { type BoardProspect, ProspectCard, type ProspectAct, type ResponsiblePerson } from './prospect-card.tsx'
import { ProspectLetterButtons } from './prospect-letter-buttons.tsx'

const ProspectDialog = lazy(async () => ({ default: (await import('./prospect-dialog.tsx')).ProspectDialog }))
const JoinProspectDialog = lazy(async () => ({ default: (await import('./close-prospect-dialogs.tsx')).JoinProspectDialog }))
const DeclineProspectDialog = lazy(async () => ({ default: (await import('./close-prospect-dialogs.tsx')).DeclineProspectDialog }))

interface OpenDialog {
  readonly act: ProspectAct
  readonly prospect: BoardProspect | null
}

/** 入会の見込み: companies and people that the council hopes to win, stage by stage, and what is to be done next. */
export function ProspectsPage() {
  const [withClosed, setWithClosed] = useState(false)
  const board = useQuery({ ...trpc.membershipDues.prospect.list.queryOptions({ withClosed }), placeholderData: keepPreviousData })
  const fiscalYear = useFiscalYearInView()
  const mayWrite = useMayDo('dues.write')
  const [dialog, setDialog] = useState<OpenDialog>()
  const reload = async () => {
    const newest = await queryClient.fetchQuery({ ...trpc.membershipDues.prospect.list.queryOptions({ withClosed: true }), staleTime: 0 })
    const prospect = newest.prospects.find(({ prospectId }) => prospectId === dialog?.prospect?.prospectId)
    setDialog(dialog === undefined || prospect === undefined ? undefined : { act: dialog.act, prospect })
  }
  const turns = { onClose: () => setDialog(undefined), onReload: () => void reload() }
  return (
    <>
      <PageHeader
        title="入会の見込み"
        description="会員になってくださりそうな会社や団体、個人です。段階ごとに、次にすることが近い順に並びます。"
        actions={
          <>
            <DuesListExportButton list={{ list: 'prospects', fiscalYear, withClosed }} name="入会の見込み" />
            <ProspectLetterButtons prospects={board.data?.prospects ?? []} />
            {mayWrite && <Button variant="primary" icon="plus" onClick={() => setDialog({ act: 'edit', prospect: null })}>見込みを加える</Button>}
          </>
        }
      />
      <CheckboxField label="入会・見送りも表示する" className="mb-4 print-hidden" checked={withClosed}
        onChange={(event) => setWithClosed(event.currentTarget.checked)} />
      {board.isError && board.data === undefined && <PageError reset={() => void board.refetch()} />}
      {board.isPending && <LoadingSkeleton lines={8} />}
      {board.data?.prospects.length === 0 && (
        <EmptyState title="入会の見込みはまだありません">「見込みを加える」で、これからご案内する会社や団体を書き留められます。</EmptyState>
      )}
      {board.data !== undefined && board.data.prospects.length > 0 && (
        <Board prospects={board.data.prospects} withClosed={withClosed} onAct={mayWrite ? (act, prospect) => setDialog({ act, prospect }) : undefined} />
      )}
      <Suspense>
        {dialog !== undefined && board.data !== undefined && <ActDialog key={dialog.prospect?.revision} dialog={dialog} people={board.data.people} turns={turns} />}
      </Suspense>
    </>
  )
}

interface ActDialogProps {
  readonly dialog: OpenDialog
  readonly people: readonly ResponsiblePerson[]
  readonly turns: DialogTurns
}

function ActDialog({ dialog: { act, prospect }, people, turns }: ActDialogProps) {
  if (act === 'edit' || prospect === null) return <ProspectDialog prospect={prospect} people={people} {...turns} />
  return act === 'join' ? <JoinProspectDialog prospect={prospect} {...turns} /> : <DeclineProspectDialog prospect={prospect} {...turns} />
}

interface BoardProps {
  readonly prospects: readonly BoardProspect[]
  readonly withClosed: boolean
  readonly onAct: ((act: ProspectAct, prospect: BoardProspect) => void) | undefined
}

/** Side by side on a wide screen, one below the other on a phone. */
function Board({ prospects, withClosed, onAct }: BoardProps) {
  const stages = withClosed ? prospectStages : openProspectStages
  return (
    <div className="grid items-start gap-x-5 gap-y-8 md:grid-cols-2 xl:grid-cols-3">
      {stages.map((stage) => {
        const own = prospects.filter((prospect) => prospect.stage === stage)
        const units = own.reduce((sum, { hopedUnits }) => sum + (hopedUnits ?? 0), 0)
        return (
          <section key={stage} aria-labelledby={`stage-${stage}`} className="min-w-0">
            <h2 id={`stage-${stage}`} className="flex items-baseline gap-3 border-b-2 border-accent pb-1.5 text-[1.125rem] font-bold">
              {prospectStageNames[stage]}
              <span className="figures text-[0.875rem] font-normal text-ink-sub">
                {groupDigits(own.length)}件{units > 0 && `・${groupDigits(units)}口`}
              </span>
            </h2>
            {own.length === 0 && <p className="py-3 text-[0.9375rem] text-ink-faint">ありません</p>}
            <ul className="flex flex-col gap-3 pt-3">
              {own.map((prospect) => <ProspectCard key={prospect.prospectId} prospect={prospect} onAct={onAct} />)}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
