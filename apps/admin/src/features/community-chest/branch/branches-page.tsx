import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { BranchListInput } from '@sasaeai/domain/community-chest/branch/branch-officer-input'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { BranchTable } from './branch-table.tsx'
import { OfficerDialog } from './officer-dialog.tsx'

export type BranchSheet = RouterOutput['communityChest']['branch']['list']
export type Branch = BranchSheet['branches'][number]
export type BranchOfficer = Branch['officers'][number]

/** What the dialog is open on: a branch that gets a new officer, or the officer who is changed. */
interface OpenedOfficer {
  readonly branch: Branch
  readonly officer: BranchOfficer | null
}

/** 校区分会: where each stands in the drive, and who answers for it. */
export function BranchesPage() {
  const { campaign, postedUntil } = useSearch({ from: '/staff/chest/branches' })
  const fiscalYear = useFiscalYearInView()
  const navigate = useNavigate({ from: '/chest/branches' })
  const asked = { fiscalYear, postedUntil, ...(campaign === undefined ? {} : { campaignId: campaign }) }
  const answer = useQuery({ ...trpc.communityChest.branch.list.queryOptions(asked), placeholderData: keepPreviousData })
  const isNow = postedUntil === undefined
  const mayWrite = useMayDo('chest.write') && isNow
  const [opened, setOpened] = useState<OpenedOfficer>()
  const sheet = answer.data
  const reload = async () => {
    const { data } = await answer.refetch()
    setOpened((before) => reopened(before, data))
  }
  return (
    <>
      <PageHeader
        title={`${formatFiscalYear(fiscalYear)}の校区分会`}
        description={isNow ? intro : `${postedUntilWords(postedUntil)}です。目標額・世帯数・資材も、その時点の登録によります。役員は、いまの登録によります。`}
        actions={<BranchActs asked={asked} sheet={sheet} />}
      />
      {answer.isError && sheet === undefined && <PageError reset={() => void answer.refetch()} />}
      <div className="mb-4 print:mb-0">
        <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      </div>
      {answer.isPending && <LoadingSkeleton lines={10} />}
      {sheet !== undefined && sheet.branches.length === 0 && <EmptyState title="校区がまだありません">「地域と世帯数」で登録してください。</EmptyState>}
      {sheet !== undefined && sheet.branches.length > 0 && (
        <>
          {sheet.campaigns.length > 0 && (
            <div className="mb-4 print-hidden">
              <SelectField label="運動" value={sheet.campaign?.campaignId ?? ''} options={sheet.campaigns.map(({ campaignId, name }) => ({ value: campaignId, label: name }))}
                onChange={({ currentTarget: { value } }) => void navigate({ search: (before) => ({ ...before, campaign: id<'CampaignId'>(value) }), resetScroll: false })} />
            </div>
          )}
          {sheet.campaign !== null && <p className="hidden font-bold print:block">{sheet.campaign.name}</p>}
          <BranchTable sheet={sheet} postedUntil={postedUntil} onAdd={mayWrite ? (branch) => setOpened({ branch, officer: null }) : undefined}
            onEdit={(branch, officer) => setOpened({ branch, officer })} />
        </>
      )}
      {opened !== undefined && (
        <OfficerDialog key={opened.officer?.revision ?? 'new'} {...opened} fiscalYear={fiscalYear} onClose={() => setOpened(undefined)} onReload={() => void reload()} />
      )}
    </>
  )
}

const intro = '校区分会の役員と、運動ごとの目標額・実績額です。目標額と目安は集まる額の見込みで、ご協力は任意です。'

/** The same officer as somebody else has left it; the dialog goes when it is gone. */
function reopened(before: OpenedOfficer | undefined, sheet: BranchSheet | undefined): OpenedOfficer | undefined {
  const branch = sheet?.branches.find(({ areaId }) => areaId === before?.branch.areaId)
  const officer = branch?.officers.find(({ officerId }) => officerId === before?.officer?.officerId)
  return branch === undefined || officer === undefined ? undefined : { branch, officer }
}

interface BranchActsProps {
  readonly asked: BranchListInput
  readonly sheet: BranchSheet | undefined
}

function BranchActs({ asked, sheet }: BranchActsProps) {
  const isNow = asked.postedUntil === undefined
  const mayWrite = useMayDo('chest.write')
  const run = useRunCommand()
  const copy = useMutation(trpc.communityChest.branch.copyOfficers.mutationOptions())
  const write = useMutation(trpc.communityChest.branch.export.mutationOptions())
  const hasOfficers = sheet?.branches.every(({ officers }) => officers.length > 0) ?? false
  return (
    <>
      {mayWrite && isNow && sheet !== undefined && !hasOfficers && (
        <Button isBusy={copy.isPending} onClick={() => void run(() => copy.mutateAsync({ fiscalYear: asked.fiscalYear }), { done: '前年度の役員を、役員のいない校区に写しました' })}>
          前年度の役員を写す
        </Button>
      )}
      {mayWrite && <ExportChoice subject="校区分会" write={(format) => write.mutateAsync({ ...asked, format })} />}
      {isNow && sheet?.campaign && <OrderPapersButton order={{ kind: 'branch_collection_sheets', campaignId: sheet.campaign.campaignId }}>取りまとめ書（全校区）</OrderPapersButton>}
      <Button icon="printer" onClick={() => window.print()}>印刷</Button>
    </>
  )
}
