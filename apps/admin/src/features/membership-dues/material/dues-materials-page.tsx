import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import { IssueMaterialsDialog } from './issue-materials-dialog.tsx'
import { MaterialFilters, type MaterialNarrowing, narrowedMaterials } from './material-filters.tsx'
import { MaterialGrid } from './material-grid.tsx'
import { MaterialSums } from './material-sums.tsx'
import { useMaterialDraft } from './use-material-draft.ts'

/** 資材: what each 自治会 was given for the year's dues, and what came back. */
export function DuesMaterialsPage() {
  const fiscalYear = useFiscalYearInView()
  const materials = useQuery(trpc.membershipDues.material.list.queryOptions({ fiscalYear }))
  const mayWrite = useMayDo('dues.write')
  const [isIssuing, setIssuing] = useState(false)
  const [narrowing, setNarrowing] = useState<MaterialNarrowing>({ parentId: '', shows: 'all' })
  const draft = useMaterialDraft(fiscalYear, materials.data)
  return (
    <>
      <PageHeader
        title="資材"
        description={`${formatFiscalYear(fiscalYear)}の会費のために渡した封筒・納入票と、戻ってきた枚数です。Enterで下の欄へ進みます。`}
        actions={
          <>
            <DuesListExportButton list={{ list: 'materials', fiscalYear }} name="資材" />
            <Button icon="printer" onClick={() => window.print()}>
              印刷
            </Button>
            {mayWrite && <Button onClick={() => setIssuing(true)}>世帯数に合わせて渡す</Button>}
            {mayWrite && (
              <Button variant="primary" isBusy={draft.isSaving} busyLabel="保存しています" onClick={() => void draft.save()}>
                {draft.changed === 0 ? '保存する' : `変更した${draft.changed}地域を保存する`}
              </Button>
            )}
          </>
        }
      />
      {materials.isError && materials.data === undefined && <PageError reset={() => void materials.refetch()} />}
      {materials.isPending && <LoadingSkeleton lines={10} />}
      {draft.problem !== null && (
        <NoticeBanner
          tone="error"
          isLive
          title={draft.problem}
          className="mb-4"
          action={
            draft.isOutdated ? (
              <Button size="small" onClick={() => void draft.reload()}>
                最新の内容を読み込む
              </Button>
            ) : undefined
          }
        />
      )}
      {materials.data?.length === 0 && <EmptyState title="地域がまだありません">「地域と世帯数」で登録してください。</EmptyState>}
      {materials.data !== undefined && materials.data.length > 0 && (
        <>
          <MaterialFilters {...{ rows: materials.data, narrowing, onChange: setNarrowing }} />
          <MaterialSums rows={narrowedMaterials(materials.data, narrowing)} />
          <MaterialGrid rows={narrowedMaterials(materials.data, narrowing)} draft={draft} mayWrite={mayWrite} />
        </>
      )}
      {isIssuing && <IssueMaterialsDialog fiscalYear={fiscalYear} onClose={() => setIssuing(false)} />}
    </>
  )
}
