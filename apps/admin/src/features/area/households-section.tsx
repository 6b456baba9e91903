import { type HouseholdBasis, householdBases, householdBasisNames } from '@sasaeai/domain/area/household-basis'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { AreaId } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import type { ListedArea } from './area-tree.ts'
import { HouseholdsDialog } from './households-dialog.tsx'

interface HouseholdsSectionProps {
  readonly area: ListedArea
  readonly areas: readonly ListedArea[]
  readonly year: FiscalYear
}

/** The households of one area in a fiscal year, each number with its basis and date. */
export function HouseholdsSection({ area, areas, year }: HouseholdsSectionProps) {
  const households = useQuery(trpc.area.households.queryOptions({ fiscalYear: year }))
  const [isEditing, setEditing] = useState(false)
  const mayManage = useMayDo('ground.manage')
  const childIds: ReadonlySet<AreaId> = new Set(areas.filter((each) => each.parentId === area.areaId).map((each) => each.areaId))
  const own = households.data?.filter((count) => count.areaId === area.areaId) ?? []
  const sumBelow = (basis: HouseholdBasis) => {
    const below = (households.data ?? []).filter((count) => count.basis === basis && childIds.has(count.areaId))
    if (below.length === 0) return null
    return `下の地域の合計 ${below.reduce((sum, count) => sum + count.households, 0).toLocaleString('ja-JP')}世帯`
  }
  return (
    <section aria-labelledby="households" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 id="households" className="text-[1.125rem] font-bold">
          {formatFiscalYear(year)}の世帯数
          <HelpTip term="世帯数の根拠">
            住基世帯は住民基本台帳の世帯、自治会加入世帯は自治会に入っている世帯です。どちらで割るかで加入率が変わります。
          </HelpTip>
        </h3>
        {mayManage && households.data && (
          <Button size="small" icon="pencil" onClick={() => setEditing(true)}>
            世帯数を入力する
          </Button>
        )}
      </div>
      <dl className="grid gap-4 sm:grid-cols-2">
        {householdBases.map((basis) => {
          const count = own.find((each) => each.basis === basis)
          return (
            <div key={basis} className="rounded-8 border border-line px-4 py-3">
              <dt className="text-[0.875rem] text-ink-sub">{householdBasisNames[basis]}</dt>
              <dd className="figures text-[1.25rem] font-bold">
                {count === undefined ? '—' : `${count.households.toLocaleString('ja-JP')}世帯`}
              </dd>
              <dd className="text-[0.8125rem] text-ink-faint">
                {count === undefined ? sumBelow(basis) : `${formatLocalDate(count.asOf)}現在`}
              </dd>
            </div>
          )
        })}
      </dl>
      {isEditing && <HouseholdsDialog area={area} year={year} own={own} onClose={() => setEditing(false)} />}
    </section>
  )
}
