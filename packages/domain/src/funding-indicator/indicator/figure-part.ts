import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { DuesKindId } from '../../ids.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import type { MembershipListState } from '../../membership-dues/member/membership-list-choice.ts'
import type { GiverStanding } from '../executive/retention.ts'

/** One number of a formula, as it is put in: what it is of, and which entries it is made of. */
export interface FigurePart {
  readonly label: string
  /** Null where nobody has recorded it. */
  readonly value: number | null
  /** 円, 世帯, 件 … */
  readonly unit: string
  /** The list of 明細 that adds up to it; null where it is not made of entries. */
  readonly openTo: PostingFilter | null
  /** The list of people or bodies behind a number that is made of no entries; none where no list holds just those. */
  readonly list?: PeopleList | null
}

/** 会員 of a kind in one state, or 寄附者 of one standing (「given」: everybody who gave), seen from a fiscal year. */
export type PeopleList =
  | { readonly of: 'members'; readonly fiscalYear: FiscalYear; readonly duesKindId: DuesKindId; readonly state: MembershipListState }
  | { readonly of: 'givers'; readonly fiscalYear: FiscalYear; readonly standing: GiverStanding | 'given' }

/** A formula with its numbers put in. */
export interface Computed {
  readonly numerator: readonly FigurePart[]
  /** Null where the numerator is the figure. */
  readonly denominator: readonly FigurePart[] | null
  readonly isPercent: boolean
}

/** The sum of what was recorded; null where nothing was. */
export function sumOfParts(parts: readonly FigurePart[]): number | null {
  const known = parts.flatMap(({ value }) => (value === null ? [] : [value]))
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}
