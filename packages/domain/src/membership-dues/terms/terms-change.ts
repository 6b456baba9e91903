import type { Yen } from '../../money/yen.ts'
import type { DuesUnit } from './dues-unit.ts'

/** What stands on the terms of a kind in one year. */
export interface DuesTermsUse {
  /** Whether anybody was asked by them yet: a 納入のお願い in whatever state. */
  readonly hasRequest: boolean
  readonly isRequestFixed: boolean
  /** Whether the books hold dues of the kind and year, reversed ones included. */
  readonly hasPostings: boolean
  /** Whether share-back of the year was paid: then the rates that it was computed by stay as they were. */
  readonly isShareBackPaid: boolean
}

/** What of the terms others may rely on already. */
export interface SettledTerms {
  readonly unit: DuesUnit
  readonly unitYen: Yen | null
  readonly shareBackBasisPoints: number
}

export type TermsProblem = 'dues_terms_settled' | 'share_back_paid'

/** Whether unit and 目安 stay as they are: letters were sent by them, or money came in. */
export function areTermsSettled({ isRequestFixed, hasPostings }: DuesTermsUse): boolean {
  return isRequestFixed || hasPostings
}

/**
 * What keeps terms from being changed, with the field at fault; null when nothing does. Months, benefits and the
 * like may change at any time.
 */
export function problemOfTermsChange(
  { before, after }: { before: SettledTerms; after: SettledTerms },
  use: DuesTermsUse,
): { code: TermsProblem; field: keyof SettledTerms } | null {
  if (areTermsSettled(use) && before.unit !== after.unit) return { code: 'dues_terms_settled', field: 'unit' }
  if (areTermsSettled(use) && before.unitYen !== after.unitYen) return { code: 'dues_terms_settled', field: 'unitYen' }
  if (use.isShareBackPaid && before.shareBackBasisPoints !== after.shareBackBasisPoints) {
    return { code: 'share_back_paid', field: 'shareBackBasisPoints' }
  }
  return null
}

/** What keeps terms from being taken away; null when nobody was asked by them and nothing came in. */
export function problemOfTermsRemoval(use: DuesTermsUse): 'dues_terms_in_use' | 'share_back_paid' | null {
  if (use.hasRequest || areTermsSettled(use)) return 'dues_terms_in_use'
  return use.isShareBackPaid ? 'share_back_paid' : null
}
