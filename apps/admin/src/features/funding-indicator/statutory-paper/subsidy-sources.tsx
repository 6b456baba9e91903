import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { SubsidySource } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-schedule'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useState } from 'react'
import { useMayDo } from '../../../app/use-may-do.ts'
import { SubsidyDialog } from './subsidy-dialog.tsx'

interface SubsidySourcesProps {
  readonly sources: readonly SubsidySource[]
  readonly fiscalYear: FiscalYear
  /** A past moment is read only. */
  readonly isOfNow: boolean
  readonly onReload: () => void
}

/** 載せる財源: which sources 別紙3③ prints, and how, from this year on. */
export function SubsidySources({ sources, fiscalYear, isOfNow, onReload }: SubsidySourcesProps) {
  const mayManage = useMayDo('indicator.manage')
  const [edited, setEdited] = useState<SubsidySource>()
  const nameOf = new Map(sources.map(({ sourceId, name }) => [sourceId, name]))
  const columns: Column<SubsidySource>[] = [
    { id: 'name', header: '財源', isRowHeader: true, cell: ({ name }) => name },
    { id: 'listed', header: '明細書', cell: ({ isListed }) => <span className="whitespace-nowrap">{isListed ? '載せる' : '載せない'}</span> },
    { id: 'grantor', header: '交付団体', cell: ({ isListed, grantor }) => (isListed && grantor === '' ? '未入力' : grantor) },
    { id: 'purpose', header: '交付の目的', cell: ({ isListed, purpose }) => (isListed ? purpose : '') },
    { id: 'section', header: '区分', cell: ({ isListed, section }) => (isListed ? section : '') },
    { id: 'users', header: '利用者からの収益の財源', cell: ({ userIncomeSourceId }) => (userIncomeSourceId === null ? '' : (nameOf.get(userIncomeSourceId) ?? '')) },
    { id: 'reserve', header: '積立額（円）', align: 'end', cell: ({ reserveYen }) => formatYen(reserveYen) },
    ...(mayManage && isOfNow ? [{ id: 'acts', header: '操作', isActs: true, cell: (source: SubsidySource) => <Button size="small" aria-label={`${source.name}の載せ方を変える`} onClick={() => setEdited(source)}><span className="whitespace-nowrap">変える</span></Button> }] : []),
  ]
  return (
    <details className="print-hidden">
      <summary className="w-fit cursor-pointer py-2 text-accent underline">載せる財源（{formatFiscalYear(fiscalYear)}から）</summary>
      <DataTable caption="補助金事業等収益明細書に載せる財源" columns={columns} rows={sources} rowKey={({ sourceId }) => sourceId} phone="cards" />
      {edited !== undefined && (
        <SubsidyDialog key={edited.noteId} source={edited} sources={sources} fiscalYear={fiscalYear} onClose={() => setEdited(undefined)} onReload={() => { setEdited(undefined); onReload() }} />
      )}
    </details>
  )
}
