import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useFiscalYearInView } from '../../app/fiscal-year-in-view.ts'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { AreaDetailsPanel } from './area-details-panel.tsx'
import { AreaExportDialog } from './area-export-dialog.tsx'
import { AreaImportDialog } from './area-import-dialog.tsx'
import { AreaTreeView } from './area-tree-view.tsx'
import { AreaTypesDialog } from './area-types-dialog.tsx'

type OpenDialog = 'types' | 'import' | 'export'

/** 地域と世帯数: the tree on the left, the chosen area on the right. */
export function AreasPage() {
  const areas = useQuery(trpc.area.list.queryOptions())
  const { area: wanted } = useSearch({ from: '/staff/settings/areas' })
  const navigate = useNavigate()
  const year = useFiscalYearInView()
  const [dialog, setDialog] = useState<OpenDialog>()
  const mayManage = useMayDo('ground.manage')
  const close = () => setDialog(undefined)
  const selected = areas.data?.find((area) => area.areaId === wanted) ?? areas.data?.find((area) => area.parentId === null)
  return (
    <>
      <PageHeader
        title="地域と世帯数"
        description={
          <>
            市・校区・自治会などの地域と、年度ごとの世帯数です。世帯数は加入率の計算に使います。
            <HelpTip term="加入率">会費を納めた世帯の数を、地域の世帯数で割った割合です。どの世帯数で割ったかを必ず添えて示します。</HelpTip>
          </>
        }
        actions={
          <>
            <Button icon="download" onClick={() => setDialog('export')}>
              書き出す
            </Button>
            {mayManage && <Button onClick={() => setDialog('types')}>種類を編集する</Button>}
            {mayManage && (
              <Button variant="primary" icon="upload" onClick={() => setDialog('import')}>
                ファイルから取り込む
              </Button>
            )}
          </>
        }
      />
      {areas.isError && areas.data === undefined && <PageError reset={() => void areas.refetch()} />}
      {areas.isPending && <LoadingSkeleton lines={10} />}
      {areas.data?.length === 0 && <EmptyState title="地域がまだありません">ファイルから取り込むと、まとめて登録できます。</EmptyState>}
      {areas.data && (
        <div className="grid gap-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <AreaTreeView
            areas={areas.data}
            selected={selected}
            onSelect={(area) => void navigate({ to: '/settings/areas', search: (search) => ({ ...search, area }), resetScroll: false })}
          />
          {selected && (
            <AreaDetailsPanel key={selected.areaId} area={selected} areas={areas.data} year={year} />
          )}
        </div>
      )}
      {dialog === 'types' && <AreaTypesDialog onClose={close} />}
      {dialog === 'import' && <AreaImportDialog year={year} onClose={close} />}
      {dialog === 'export' && <AreaExportDialog year={year} onClose={close} />}
    </>
  )
}
