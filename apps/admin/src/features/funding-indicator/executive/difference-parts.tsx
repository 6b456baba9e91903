import { type AreaPart, type Explanation, wayNames, type WayPart } from '@sasaeai/domain/funding-indicator/executive/explanation'
import { type CutSide, figureFilter } from '@sasaeai/domain/funding-indicator/figure-filter'
import { type CollectionMethodId, type DuesKindId, id } from '@sasaeai/domain/ids'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { AppLink } from '../../../app/app-link.tsx'
import type { WhySearch } from './executive-search.ts'
import { PartsChart } from './parts-chart.tsx'
import { PartsTable } from './parts-table.tsx'

interface DifferencePartsProps {
  readonly explanation: Explanation
  /** What the address says now; a part narrows it further. */
  readonly search: WhySearch
  /** Where one looks further into it, the table comes first: its rows lead on. */
  readonly isTableFirst?: boolean
}

/** Within which method or kind of membership, as the address and the list of 明細 say it. */
function waySearch({ wayKind }: Pick<Explanation, 'wayKind'>, wayId: CollectionMethodId | DuesKindId | null): Pick<WhySearch, 'methodId' | 'duesKindId'> {
  if (wayId === null || wayKind === null) return {}
  return wayKind === 'method' ? { methodId: id<'CollectionMethodId'>(wayId) } : { duesKindId: id<'DuesKindId'>(wayId) }
}

/** The filter behind a figure of the explanation, within the areas and ways that are in view. */
export function filterOfView({ cut, category, path, wayKind, way }: Explanation, side: CutSide): PostingFilter {
  const area = path.at(-1)
  return { ...figureFilter(cut, side, { category }), ...(area === undefined ? {} : { areaId: area.areaId }), ...waySearch({ wayKind }, way?.id ?? null) }
}

/** By the areas below the one in view; each that has anything below it opens. */
export function AreaParts({ explanation, search, isTableFirst = false }: DifferencePartsProps) {
  const { areas, areaTypeName, rootId } = explanation
  const filterOf = ({ key, isOwn }: AreaPart, side: CutSide): PostingFilter | null => {
    const areaId = key ?? rootId
    if (areaId === null) return null
    return { ...filterOfView(explanation, side), areaId, ...(isOwn ? { areaOnly: true as const } : {}) }
  }
  const name = ({ key, name: called, isOwn, opens }: AreaPart) =>
    key === null || isOwn || (!opens && search.areaId === key) ? called : <AppLink to="/executive/why" search={{ ...search, category: explanation.category, areaId: key }}>{called}</AppLink>
  const title = `${areaTypeName}別の増減`
  return (
    <PartsChart title={title} parts={areas} isTableFirst={isTableFirst} table={<PartsTable caption={title} of={areaTypeName} parts={areas} name={name} filterOf={filterOf} />} />
  )
}

/** By method or by kind of membership; each opens. */
export function WayParts({ explanation, search, isTableFirst = false }: DifferencePartsProps) {
  const { ways, wayKind, way } = explanation
  if (wayKind === null) return null
  const filterOf = ({ key }: WayPart, side: CutSide): PostingFilter | null =>
    key === null ? null : { ...filterOfView({ ...explanation, way: null }, side), ...waySearch(explanation, key) }
  const name = ({ key, name: called }: WayPart) =>
    key === null || key === way?.id ? called : (
      <AppLink to="/executive/why" search={{ ...search, category: explanation.category, methodId: undefined, duesKindId: undefined, ...waySearch(explanation, key) }}>{called}</AppLink>
    )
  const title = `${wayNames[wayKind]}ごとの増減`
  return (
    <PartsChart title={title} parts={ways} isTableFirst={isTableFirst} table={<PartsTable caption={title} of={wayNames[wayKind]} parts={ways} name={name} filterOf={filterOf} />} />
  )
}
