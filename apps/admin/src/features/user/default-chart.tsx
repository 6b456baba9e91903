import { defaultChart } from '@sasaeai/domain/ledger/default-chart'
import { DataTable } from '@sasaeai/ui/data-table'
import type { Column } from '@sasaeai/ui/data-table'

type DefaultAccount = (typeof defaultChart)[number]

const columns: readonly Column<DefaultAccount>[] = [
  { id: 'code', header: 'コード', cell: ({ code }) => <span className="figures">{code}</span> },
  { id: 'name', header: '科目', isRowHeader: true, cell: ({ name, isHeading }) => (isHeading ? <strong>{name}</strong> : name) },
]

/** The accounts that a new council starts with, to look at before one starts. */
export function DefaultChart() {
  return (
    <details>
      <summary className="cursor-pointer font-bold text-accent">標準の科目表（{defaultChart.length}科目）を見る</summary>
      <div className="mt-3 max-h-80 overflow-y-auto rounded-8 border border-line" tabIndex={0} role="region" aria-label="標準の科目表">
        <DataTable caption="標準の科目表" columns={columns} rows={defaultChart} rowKey={({ code }) => code} />
      </div>
    </details>
  )
}
