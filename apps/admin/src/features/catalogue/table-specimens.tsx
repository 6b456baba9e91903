import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import type { TableSort } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { useState } from 'react'
import { CatalogueEntry, Specimen } from './catalogue-entry.tsx'
import { specimenColumns, specimenEntries } from './specimen-entries.tsx'

const summary = [
  { label: '件数', value: '1,234件' },
  { label: '合計', value: '38,452,106円' },
]

/** data-table and pagination-more. */
export function TableSpecimens() {
  const [sort, setSort] = useState<TableSort>({ columnId: 'date', direction: 'descending' })
  const shared = { columns: specimenColumns, rowKey: (entry: { number: string }) => entry.number }
  return (
    <CatalogueEntry
      name="data-table"
      title="表"
      description="件数と合計は、絞り込んだすべての行についていつも見えています。行はどこを押しても開きます。"
    >
      <Specimen state="行あり（スマートフォンでは一行が一枚の札になる）">
        <DataTable
          {...shared}
          caption="伝票一覧"
          rows={specimenEntries}
          rowHref={(entry) => `#entry-${entry.number}`}
          sort={sort}
          onSort={setSort}
          summary={summary}
          phone="cards"
        />
        <PaginationMore shown="50" total="1,234" hasMore onMore={() => undefined} />
      </Specimen>
      <Specimen state="更新中（スマートフォンでは横に動かす）">
        <DataTable {...shared} caption="伝票一覧（更新中）" rows={specimenEntries.slice(0, 3)} isRefreshing summary={summary} />
      </Specimen>
      <Specimen state="読み込み中">
        <DataTable {...shared} caption="伝票一覧（読み込み中）" rows={undefined} />
      </Specimen>
      <Specimen state="行なし">
        <DataTable
          {...shared}
          caption="伝票一覧（該当なし）"
          rows={[]}
          empty={
            <EmptyState title="条件に合う伝票はありません" icon="search" action={<Button>条件をすべて外す</Button>}>
              期間を広げるか、金額の条件を外してみてください。
            </EmptyState>
          }
        />
      </Specimen>
    </CatalogueEntry>
  )
}
