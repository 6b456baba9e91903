import type { PostingFilter } from '../../ledger/posting-filter.ts'

/** One number of a formula, as it is put in: what it is of, and which entries it is made of. */
export interface FigurePart {
  readonly label: string
  /** Null where nobody has recorded it. */
  readonly value: number | null
  /** 円, 世帯, 件 … */
  readonly unit: string
  /** The list of 明細 that adds up to it; null where it is not made of entries. */
  readonly openTo: PostingFilter | null
}

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
