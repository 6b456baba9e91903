import type { DuesProgressRow } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import { type DuesStatus, duesStatuses, duesStatusNames } from '@sasaeai/domain/membership-dues/progress/dues-status'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { SelectField } from '@sasaeai/ui/select-field'
import { useState } from 'react'
import type { Folding } from './area-name-cell.tsx'
import { progressColumns } from './progress-columns.tsx'
import type { ProgressView } from './progress-view.ts'

interface ProgressTableProps {
  readonly view: ProgressView
  readonly status: DuesStatus | undefined
  readonly onStatus: (status: DuesStatus | undefined) => void
}

/** 校区 that open into their 自治会; narrowed to one status, all are open. */
export function ProgressTable({ view, status, onStatus }: ProgressTableProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const isNarrowed = status !== undefined
  const folding: Folding = {
    isOpen: (row) => (isNarrowed ? !closed.has(keyOf(row)) : opened.has(keyOf(row))),
    toggle: (row) => (isNarrowed ? setClosed(toggled(closed, keyOf(row))) : setOpened(toggled(opened, keyOf(row)))),
  }
  const foldable = withParts(view.rows)
  const areAllOpen = foldable.length > 0 && foldable.every((row) => folding.isOpen(row))
  const foldAll = () => {
    setClosed(new Set(areAllOpen ? foldable.map(keyOf) : []))
    setOpened(new Set(areAllOpen ? [] : foldable.map(keyOf)))
  }
  return (
    <div>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-2 pb-3 print-hidden">
        <SelectField
          label="表示する地域"
          emptyLabel="すべて"
          width="short"
          value={status ?? ''}
          options={duesStatuses.map((value) => ({ value, label: `${duesStatusNames[value]}だけ` }))}
          onChange={(event) => onStatus(duesStatuses.find((each) => each === event.currentTarget.value))}
        />
        {foldable.length > 0 && (
          <Button variant="quiet" icon={areAllOpen ? 'chevron-up' : 'chevron-down'} onClick={foldAll}>
            {areAllOpen ? 'すべて閉じる' : '自治会まで開く'}
          </Button>
        )}
      </div>
      <DataTable
        caption="地域ごとの納入状況"
        columns={progressColumns(view, folding)}
        rows={visibleRows(view.rows, folding)}
        rowKey={keyOf}
        phone="scroll"
        empty={<EmptyState title="当てはまる地域はありません">表示する地域を「すべて」に戻してください。</EmptyState>}
      />
    </div>
  )
}

function keyOf({ part, areaId }: DuesProgressRow): string {
  return `${part}/${areaId}`
}

function toggled(keys: ReadonlySet<string>, key: string): Set<string> {
  return keys.has(key) ? new Set([...keys].filter((each) => each !== key)) : new Set([...keys, key])
}

function withParts(rows: readonly DuesProgressRow[]): DuesProgressRow[] {
  return rows.flatMap((row) => (row.children.length === 0 ? [] : [row, ...withParts(row.children)]))
}

function visibleRows(rows: readonly DuesProgressRow[], folding: Folding): DuesProgressRow[] {
  return rows.flatMap((row) => [row, ...(folding.isOpen(row) ? visibleRows(row.children, folding) : [])])
}
