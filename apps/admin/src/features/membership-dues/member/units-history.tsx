import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { UnitsFrom } from '@sasaeai/domain/membership-dues/member/membership-units'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { type Column, DataTable } from '@sasaeai/ui/data-table'

const columns: readonly Column<UnitsFrom>[] = [
  { id: 'from', header: 'いつから', isRowHeader: true, cell: ({ effectiveOn }) => formatLocalDate(effectiveOn) },
  { id: 'units', header: '口数', align: 'end', cell: ({ units }) => `${groupDigits(units)}口` },
]

/** How many 口 a membership has had, the newest first. */
export function UnitsHistory({ units }: { readonly units: readonly UnitsFrom[] }) {
  return (
    <section>
      <h2 className="mb-2 text-[1.125rem] font-bold">口数の移り変わり</h2>
      <DataTable caption="口数の移り変わり" columns={columns} rows={units} rowKey={({ effectiveOn }) => effectiveOn} />
    </section>
  )
}
