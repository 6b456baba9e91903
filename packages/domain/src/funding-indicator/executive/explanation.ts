import type { AreaId, CollectionMethodId, DuesKindId } from '../../ids.ts'
import type { FundingCategory } from '../../ledger/funding-category.ts'
import type { FundingCut } from '../funding-cut.ts'
import type { ComparedFigures } from './difference.ts'

/** By what else than areas money is told apart: 共同募金・歳末 by 募金方法, 会費 by 会員種別, other money by nothing. */
export type WayKind = 'method' | 'dues_kind'

/** What the ways are called. */
export const wayNames: Readonly<Record<WayKind, string>> = { method: '募金方法', dues_kind: '会員種別' }

/** 増減の内訳: one area, method or kind of membership with its part of the difference. */
export interface DifferencePart<Key> extends ComparedFigures {
  /** Null for money that names none. */
  readonly key: Key | null
  readonly name: string
  /** What it is counted by, 世帯 or 件; null where several are mixed and a count would mean nothing. */
  readonly counter: string | null
}

export interface AreaPart extends DifferencePart<AreaId> {
  /** The area in view itself: what is booked on it and not below it. */
  readonly isOwn: boolean
  /** Whether there is anything below it to look into. */
  readonly opens: boolean
}

export type WayPart = DifferencePart<CollectionMethodId | DuesKindId>

/** なぜ増えた・減った: the difference of one category against last year to the same day, and the parts that make it up. */
export interface Explanation {
  readonly cut: FundingCut
  readonly category: FundingCategory
  /** The areas from the district down to the one in view; empty for the whole council. */
  readonly path: readonly { readonly areaId: AreaId; readonly name: string }[]
  /** What this council calls the areas of `areas`: 校区, 自治会 … */
  readonly areaTypeName: string
  /** The area that stands for the whole council, on which money without a district is booked. */
  readonly rootId: AreaId | null
  readonly wayKind: WayKind | null
  readonly way: { readonly id: CollectionMethodId | DuesKindId; readonly name: string } | null
  readonly whole: DifferencePart<never>
  /** Largest change first. They add up to the whole. */
  readonly areas: readonly AreaPart[]
  /** Largest change first; all of them, whichever is in view. Without one in view they add up to the whole. */
  readonly ways: readonly WayPart[]
}
