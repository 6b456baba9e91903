import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { DuesKindId } from '../../ids.ts'
import type { GroundData, GroundDuesTerms } from '../../ledger/ground-data.ts'

/** What a fiscal year suggests of a kind of membership; null where the year has no terms for it. */
export function duesTermsOfYear(
  { duesKinds }: Pick<GroundData, 'duesKinds'>,
  kindId: DuesKindId,
  year: FiscalYear,
): GroundDuesTerms | null {
  return duesKinds.get(kindId)?.terms.find(({ fiscalYear }) => fiscalYear === year) ?? null
}
