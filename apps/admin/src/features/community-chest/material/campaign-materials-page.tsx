import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { CampaignId } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useGround } from '../../ledger/use-ground.ts'
import {
  CampaignMaterialFilters,
  type CampaignMaterialNarrowing,
  CampaignMaterialSums,
  narrowedCampaignMaterials,
} from './campaign-material-filters.tsx'
import { CampaignMaterialGrid } from './campaign-material-grid.tsx'
import { IssueCampaignMaterialsDialog } from './issue-campaign-materials-dialog.tsx'
import { type CampaignMaterialSheet, useCampaignMaterialDraft } from './use-campaign-material-draft.ts'

/** 募金資材: feathers, envelopes and posters that each 自治会 was given for a drive, and what came back. */
export function CampaignMaterialsPage() {
  const { campaign } = useSearch({ from: '/staff/chest/materials' })
  const fiscalYear = useFiscalYearInView()
  const ground = useGround()
  if (ground.isError && ground.data === undefined) return <PageError reset={() => void ground.refetch()} />
  if (ground.data === undefined) return <LoadingSkeleton lines={10} />
  const campaigns = [...ground.data.campaigns].filter(([, each]) => each.fiscalYear === fiscalYear).map(([value, { name }]) => ({ value, label: name }))
  const chosen = campaigns.find(({ value }) => value === campaign)?.value ?? campaigns[0]?.value
  if (chosen === undefined) {
    return (
      <>
        <PageHeader title={`${formatFiscalYear(fiscalYear)}の募金資材`} />
        <EmptyState title="この年度の運動はまだありません" icon="feather">「運動の一覧」で追加するか、前年度から写してください。</EmptyState>
      </>
    )
  }
  return <MaterialsOfCampaign key={chosen} campaignId={chosen} campaigns={campaigns} />
}

interface OfCampaignProps {
  readonly campaignId: CampaignId
  readonly campaigns: readonly { readonly value: CampaignId; readonly label: string }[]
}

function MaterialsOfCampaign(props: OfCampaignProps) {
  const sheet = useQuery(trpc.communityChest.material.list.queryOptions({ campaignId: props.campaignId }))
  if (sheet.isError && sheet.data === undefined) return <PageError reset={() => void sheet.refetch()} />
  if (sheet.data === undefined) return <LoadingSkeleton lines={10} />
  if (sheet.data === null) return <EmptyState title="この運動は見つかりません">運動の一覧から選び直してください。</EmptyState>
  return <Materials {...props} sheet={sheet.data} />
}

function Materials({ campaignId, campaigns, sheet }: OfCampaignProps & { readonly sheet: CampaignMaterialSheet }) {
  const mayWrite = useMayDo('chest.write')
  const write = useMutation(trpc.communityChest.material.export.mutationOptions())
  const draft = useCampaignMaterialDraft({ campaignId, fiscalYear: sheet.fiscalYear })
  const [isIssuing, setIssuing] = useState(false)
  const [narrowing, setNarrowing] = useState<CampaignMaterialNarrowing>({ parentId: '', shows: 'all' })
  const rows = narrowedCampaignMaterials(sheet.rows, narrowing)
  return (
    <>
      <PageHeader
        title={`${formatFiscalYear(sheet.fiscalYear)} ${sheet.campaignName}の資材`}
        description="渡した羽根・封筒・ポスターと、戻ってきた数です。Enterで下の欄へ進みます。"
        actions={
          <>
            <ExportChoice subject="資材" write={(format) => write.mutateAsync({ campaignId, format })} />
            <Button icon="printer" onClick={() => window.print()}>印刷</Button>
            {mayWrite && <Button onClick={() => setIssuing(true)}>まとめて渡す</Button>}
            {mayWrite && (
              <Button variant="primary" isBusy={draft.isSaving} busyLabel="保存しています" onClick={() => void draft.save()}>
                {draft.changed === 0 ? '保存する' : `変更した${draft.changed}地域を保存する`}
              </Button>
            )}
          </>
        }
      />
      {draft.problem !== null && (
        <NoticeBanner tone="error" isLive title={draft.problem} className="mb-4"
          action={draft.isOutdated ? <Button size="small" onClick={() => void draft.reload()}>最新の内容を読み込む</Button> : undefined} />
      )}
      <div className="mb-3 flex flex-wrap items-end gap-x-5 gap-y-2 print-hidden">
        {draft.changed === 0 && <CampaignChoice campaignId={campaignId} campaigns={campaigns} />}
        <CampaignMaterialFilters rows={sheet.rows} narrowing={narrowing} onChange={setNarrowing} />
      </div>
      {sheet.rows.length === 0 ? (
        <EmptyState title="地域がまだありません">「地域と世帯数」で登録してください。</EmptyState>
      ) : (
        <>
          <CampaignMaterialSums rows={rows} />
          <CampaignMaterialGrid rows={rows} draft={draft} mayWrite={mayWrite} />
        </>
      )}
      {isIssuing && <IssueCampaignMaterialsDialog campaignId={campaignId} onClose={() => setIssuing(false)} />}
    </>
  )
}

/** Not while something is typed and unsaved, which belongs to the drive in view. */
function CampaignChoice({ campaignId, campaigns }: OfCampaignProps) {
  const navigate = useNavigate({ from: '/chest/materials' })
  return (
    <SelectField label="運動" value={campaignId} options={campaigns}
      onChange={({ currentTarget: { value } }) => {
        const campaign = campaigns.find((each) => each.value === value)?.value
        void navigate({ search: (before) => ({ ...before, campaign }), resetScroll: false })
      }} />
  )
}
