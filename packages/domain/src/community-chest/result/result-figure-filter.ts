import type { AreaId, CollectionMethodId } from '../../ids.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import { momentOf } from '../../ledger/posting-moment.ts'
import type { ResultYear } from './campaign-result.ts'
import type { AreaRow } from './result-areas.ts'
import type { ResultScope } from './result-scope.ts'

/** The filter under which the list of 明細 holds exactly the postings that a year of a result is made of. */
export function resultYearFilter({ drive, campaignId, postedUntil }: ResultScope, { fiscalYear, until, campaignIds }: ResultYear): PostingFilter {
  const [only] = campaignIds
  return { ...driveFilter({ drive, fiscalYear, postedUntil, campaignId: campaignId === undefined ? undefined : (only ?? campaignId) }), to: until }
}

/** Of the drives of a scope, whenever their money came in. */
export function driveFilter({ drive, campaignId, fiscalYear, postedUntil }: ResultScope): PostingFilter {
  const moment = momentOf({ postedUntil })
  if (campaignId !== undefined) return { campaignId, ...moment }
  return { driveYear: fiscalYear, ...(drive === undefined ? {} : { drive }), ...moment }
}

/** Of one method; null for money that names none, which the list has no filter for: the line of the sum opens it. */
export function methodFilter(year: PostingFilter, methodId: CollectionMethodId | null): PostingFilter | null {
  return methodId === null ? null : { ...year, methodId }
}

/** Of one line of 校区別; `root` is the area of the whole council, which also stands for no area. */
export function areaFilter(year: PostingFilter, { part, areaId }: Pick<AreaRow, 'part' | 'areaId'>, root: AreaId | null): PostingFilter | null {
  const place = part === 'none' ? root : areaId
  if (place === null) return null
  return { ...year, areaId: place, ...(part === 'area' ? {} : { areaOnly: true }) }
}
