import { householdBases, householdBasisNames, type HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'
import { childrenByParent, type ListedArea } from './area-tree.ts'

interface ChildAreasProps {
  readonly area: ListedArea
  readonly areas: readonly ListedArea[]
  readonly year: FiscalYear
}

/** The areas right below one, with their households and the sum of them. */
export function ChildAreas({ area, areas, year }: ChildAreasProps) {
  const households = useQuery(trpc.area.households.queryOptions({ fiscalYear: year }))
  const children = (childrenByParent(areas).get(area.areaId) ?? []).filter((child) => child.closedOn === null)
  if (children.length === 0) return null
  const countOf = (child: ListedArea, basis: HouseholdBasis) =>
    households.data?.find((count) => count.areaId === child.areaId && count.basis === basis)?.households
  const columnFor = (basis: HouseholdBasis): Column<ListedArea> => {
    const counts = children.map((child) => countOf(child, basis))
    const isAnyKnown = counts.some((count) => count !== undefined)
    return {
      id: basis,
      header: householdBasisNames[basis],
      align: 'end',
      cell: (child) => formatted(countOf(child, basis)),
      footer: isAnyKnown ? formatted(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)) : '—',
    }
  }
  return (
    <section aria-labelledby="children" className="flex flex-col gap-2">
      <h3 id="children" className="text-[1.125rem] font-bold">
        下の地域（{children.length}）
      </h3>
      <DataTable
        caption={`${area.name}の下の地域`}
        columns={[
          { id: 'code', header: 'コード', isWideOnly: true, cell: (child) => <span className="figures">{child.code}</span> },
          { id: 'name', header: '名称', isRowHeader: true, cell: (child) => child.name, footer: '合計' },
          ...householdBases.map(columnFor),
        ]}
        rows={children}
        rowKey={(child) => child.areaId}
        rowHref={(child) => `/admin/settings/areas?area=${child.areaId}`}
      />
    </section>
  )
}

function formatted(households: number | undefined): string {
  return households === undefined ? '—' : households.toLocaleString('ja-JP')
}
