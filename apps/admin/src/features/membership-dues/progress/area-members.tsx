import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import type { DuesOfArea } from './dues-of-area-page.tsx'

type Member = DuesOfArea['members'][number]

/** Members who pay through the area by name; left out where there are none. */
export function AreaMembers({ dues: { kinds, members } }: { dues: DuesOfArea }) {
  if (members.length === 0) return null
  const kindNames = new Map(kinds.map(({ duesKindId, name }) => [duesKindId, name]))
  const columns: Column<Member>[] = [
    { id: 'name', header: '会員', isRowHeader: true, cell: ({ name, number }) => `${name}（${number}）` },
    { id: 'kind', header: '会員種別', cell: ({ duesKindId }) => kindNames.get(duesKindId) ?? '' },
    { id: 'units', header: '口数', align: 'end', cell: ({ units }) => (units === null ? '—' : groupDigits(units)) },
    {
      id: 'received',
      header: '今年度の納入（円）',
      align: 'end',
      cell: ({ receivedYen }) => (receivedYen === 0 ? '未納' : formatYenDelta(receivedYen)),
    },
  ]
  return (
    <section aria-labelledby="area-members">
      <h2 id="area-members" className="mb-2 text-[1.125rem] font-bold">
        この地域を通して納める会員
      </h2>
      <DataTable
        caption="この地域を通して納める会員"
        columns={columns}
        rows={members}
        rowKey={({ membershipId }) => membershipId}
        rowHref={({ membershipId }) => `/admin/dues/members/${membershipId}`}
        phone="cards"
      />
    </section>
  )
}
