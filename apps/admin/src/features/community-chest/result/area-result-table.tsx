import type { CampaignResult } from '@sasaeai/domain/community-chest/result/campaign-result'
import { type AreaRow, areaRows } from '@sasaeai/domain/community-chest/result/result-areas'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { useState } from 'react'
import { areaResultColumns, type Folding } from './area-result-columns.tsx'

/** 校区別: 校区 that open into their 自治会. */
export function AreaResultTable({ result }: { result: CampaignResult }) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const rows = areaRows(result)
  const folding: Folding = {
    isOpen: (row) => opened.has(keyOf(row)),
    toggle: (row) => setOpened(opened.has(keyOf(row)) ? new Set([...opened].filter((each) => each !== keyOf(row))) : new Set([...opened, keyOf(row)])),
  }
  const foldable = withParts(rows)
  const areAllOpen = foldable.length > 0 && foldable.every((row) => folding.isOpen(row))
  return (
    <div>
      {foldable.length > 0 && (
        <div className="pb-3 print-hidden">
          <Button
            variant="quiet"
            icon={areAllOpen ? 'chevron-up' : 'chevron-down'}
            onClick={() => setOpened(new Set(areAllOpen ? [] : foldable.map(keyOf)))}
          >
            {areAllOpen ? 'すべて閉じる' : '自治会まで開く'}
          </Button>
        </div>
      )}
      <DataTable
        caption="地域ごとの実績"
        columns={areaResultColumns({ result, rows, folding })}
        rows={visibleRows(rows, folding)}
        rowKey={keyOf}
        phone="scroll"
        empty={<EmptyState title="地域がまだ登録されていません">設定の「地域と世帯数」で登録してください。</EmptyState>}
      />
    </div>
  )
}

function keyOf({ part, areaId }: AreaRow): string {
  return `${part}/${areaId}`
}

function withParts(rows: readonly AreaRow[]): AreaRow[] {
  return rows.flatMap((row) => (row.children.length === 0 ? [] : [row, ...withParts(row.children)]))
}

function visibleRows(rows: readonly AreaRow[], folding: Folding): AreaRow[] {
  return rows.flatMap((row) => [row, ...(folding.isOpen(row) ? visibleRows(row.children, folding) : [])])
}
