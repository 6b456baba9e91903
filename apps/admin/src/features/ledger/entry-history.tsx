import { auditActionName } from '@sasaeai/domain/user/audit-vocabulary'
import { DataTable, type Column } from '@sasaeai/ui/data-table'
import { formatInstant } from '../user/instant-text.ts'
import type { Entry } from './entry.ts'

/** 履歴: who did what to this entry, and why. */
export function EntryHistory({ entry }: { entry: Entry }) {
  return (
    <section aria-labelledby="history" className="mb-8">
      <h2 id="history" className="mb-3 text-[1.125rem] font-bold">履歴</h2>
      <DataTable caption="この伝票の履歴" columns={columns} rows={entry.history} rowKey={({ id }) => id} phone="cards" />
    </section>
  )
}

const columns: readonly Column<Entry['history'][number]>[] = [
  { id: 'at', header: '日時', isRowHeader: true, cell: ({ at }) => <span className="figures">{formatInstant(at)}</span> },
  { id: 'action', header: '操作', cell: ({ action }) => auditActionName(action) },
  { id: 'by', header: '行った人', cell: ({ by }) => by ?? 'システム' },
  { id: 'reason', header: '理由', cell: ({ reason }) => reason },
]
