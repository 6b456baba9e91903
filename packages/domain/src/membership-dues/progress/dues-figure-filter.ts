import type { DuesKindId } from '../../ids.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import { momentOf } from '../../ledger/posting-moment.ts'
import type { DuesCut } from './dues-cut.ts'
import type { DuesProgressRow } from './dues-progress.ts'

interface DuesFigure {
  readonly cut: DuesCut
  /** This year up to the day, or last year up to the same day. */
  readonly side: 'this' | 'last'
  readonly duesKindId: DuesKindId | undefined
}

/**
 * The filter under which the list of 明細 holds exactly the postings that a received figure is made of; of the whole
 * year where no line is named. Null for an area's own money beside that of its parts: the list has no filter for an
 * area without those below it, and the line above opens both.
 */
export function duesFigureFilter(
  { cut, side, duesKindId }: DuesFigure,
  row?: Pick<DuesProgressRow, 'part' | 'areaId'>,
): PostingFilter | null {
  if (row?.part === 'own') return null
  return {
    ...(side === 'this' ? { duesYear: cut.fiscalYear, to: cut.until } : { duesYear: cut.lastYear, to: cut.lastUntil }),
    ...momentOf(cut),
    ...(duesKindId === undefined ? {} : { duesKindId }),
    ...(row === undefined ? {} : placeOf(row)),
  }
}

function placeOf({ areaId }: Pick<DuesProgressRow, 'areaId'>): PostingFilter {
  return areaId === null ? { duesRoute: 'direct' } : { areaId, duesRoute: 'area' }
}
