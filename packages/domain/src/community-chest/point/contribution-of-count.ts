import type { SupporterId } from '../../ids.ts'
import type { Contribution } from '../../ledger/contribution.ts'
import { amountOfPieces } from './cash-pieces.ts'
import type { PostCashCountInput } from './cash-count-input.ts'
import { type CollectionPointKind, isGivenByTheSupporter } from './collection-point-kind.ts'

/** What a count needs to know of the box or the occasion. */
export interface CountedPoint {
  readonly kind: CollectionPointKind
  readonly name: string
  readonly supporterId: SupporterId | null
}

/** A count as money that came in: its amount is that of the pieces, its 摘要 ends in the place and the note. */
export function contributionOfCount(
  { countId: _id, countedOn, pieces, countedBy: _by, pointId: _point, ...money }: PostCashCountInput,
  point: CountedPoint | null,
): Contribution {
  const payer = point !== null && isGivenByTheSupporter[point.kind] ? point.supporterId : null
  return {
    ...money,
    entryDate: countedOn,
    amountYen: amountOfPieces(pieces),
    note: [point?.name ?? '', money.note].filter((words) => words !== '').join(' '),
    ...(payer === null ? {} : { supporterId: payer }),
  }
}
