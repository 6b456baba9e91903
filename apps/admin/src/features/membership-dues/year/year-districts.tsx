import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { type DuesYear, type DuesYearDistrict, enrollmentOf } from '@sasaeai/domain/membership-dues/year/dues-year'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatRatio } from '@sasaeai/domain/money/ratio'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { figureLook } from '@sasaeai/ui/text-link'
import { AppLink } from '../../../app/app-link.tsx'

/** 加入率 by 校区: beside each other on a wide screen and on paper, so that 46 of them fit on a third of a page. */
export function YearDistricts({ districts, cut }: Pick<DuesYear, 'districts' | 'cut'>) {
  const { typeName, origin, rows } = districts
  if (rows.length === 0) return null
  const half = Math.ceil(rows.length / 2)
  const columns = columnsOf(districts, cut)
  const withoutTotal = columns.map((column) => ({ ...column, footer: undefined }))
  const title = `${typeName}別の加入率`
  return (
    <section aria-labelledby="year-districts">
      <h2 id="year-districts" className="mb-1 text-[1.125rem] font-bold">
        {title}
        {origin !== null && <span className="ml-2 text-[0.875rem] font-normal text-ink-sub print:text-[0.625rem]">{householdBasisNames[origin.basis]}</span>}
      </h2>
      {rows.length < 8 ? (
        <DataTable caption={title} columns={columns} rows={rows} rowKey={({ areaId }) => areaId} />
      ) : (
        <div className="grid gap-x-8 xl:grid-cols-2 print:grid-cols-2 print:gap-x-5">
          <DataTable caption={`${title}（1）`} columns={withoutTotal} rows={rows.slice(0, half)} rowKey={({ areaId }) => areaId} />
          <DataTable caption={`${title}（2）`} columns={columns} rows={rows.slice(half)} rowKey={({ areaId }) => areaId} />
        </div>
      )}
    </section>
  )
}

function columnsOf({ typeName, rows }: DuesYear['districts'], { postedUntil }: DuesYear['cut']): Column<DuesYearDistrict>[] {
  const whole = enrollmentOf(rows)
  return [
    {
      id: 'name',
      header: typeName,
      isRowHeader: true,
      cell: ({ areaId, name }) => (
        <AppLink to="/dues/areas/$areaId" params={{ areaId }} search={{ postedUntil }} className={figureLook}>
          {name}
        </AppLink>
      ),
      footer: '合計',
    },
    {
      id: 'paid',
      header: '納入世帯',
      align: 'end',
      cell: ({ paidHouseholds }) => groupDigits(paidHouseholds),
      footer: whole === null ? '—' : groupDigits(whole.paidHouseholds),
    },
    {
      id: 'households',
      header: '世帯数',
      align: 'end',
      cell: ({ households }) => (households === null ? '—' : groupDigits(households)),
      footer: whole === null ? '—' : groupDigits(whole.households),
    },
    {
      id: 'rate',
      header: '加入率',
      align: 'end',
      cell: ({ paidHouseholds, households }) => formatRatio(paidHouseholds, households),
      footer: formatRatio(whole?.paidHouseholds, whole?.households),
    },
  ]
}
