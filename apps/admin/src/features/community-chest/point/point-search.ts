import { type CollectionPointKind, collectionPointKinds } from '@sasaeai/domain/community-chest/point/collection-point-kind'
import { type YearSearch, yearOfSearch } from '../../../app/fiscal-year-of-search.ts'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface PointsSearch extends YearSearch, MomentSearch {
  readonly kind?: CollectionPointKind | undefined
}

/** Which kind is in sight stands in the address, so that going back from a point leads to where one was. */
export function pointsSearchOf(search: Readonly<Record<string, unknown>>): PointsSearch {
  const kind = kindIn(search['kind'])
  return { ...yearOfSearch(search), ...momentSearchOf(search), ...(kind === undefined ? {} : { kind }) }
}

export function kindIn(value: unknown): CollectionPointKind | undefined {
  return collectionPointKinds.find((kind) => kind === value)
}
