import type { LocalDate } from '../../calendar/local-date.ts'
import type { JournalEntryId } from '../../ids.ts'
import { addYen, type Yen, yen } from '../../money/yen.ts'

/** 預り金の動き */
export const custodyMovementKinds = ['received', 'receipt_undone', 'remitted', 'paid_directly', 'payment_undone'] as const
export type CustodyMovementKind = (typeof custodyMovementKinds)[number]

export const custodyMovementNames: Record<CustodyMovementKind, string> = {
  received: '受入れ',
  receipt_undone: '受入れの取消',
  remitted: '送金',
  paid_directly: '直接支払',
  payment_undone: '送金・支払の取消',
}

/** What came in on a day together, or one entry that handed money over. Nothing is netted: an undone one stands beside it. */
export interface CustodyMovement {
  readonly day: LocalDate
  readonly kind: CustodyMovementKind
  /** How many slips; 1 of what is one entry. */
  readonly entries: number
  /** Null for the slips of a day together. */
  readonly entry: { readonly entryId: JournalEntryId; readonly entryNumber: number; readonly description: string; readonly isReversed: boolean } | null
  /** By how much the custody grew, in yen: negative where money went out. */
  readonly changeYen: Yen
}

export interface BalancedMovement extends CustodyMovement {
  /** What is held after it. */
  readonly heldYen: Yen
}

/**
 * The movements in the order of the days, each with what is held after it. Within a day what came in stands first, then
 * what went out in the order of the entries.
 */
export function withBalances(movements: readonly CustodyMovement[]): BalancedMovement[] {
  const inOrder = movements.toSorted((left, right) => {
    if (left.day !== right.day) return left.day < right.day ? -1 : 1
    const byEntry = (left.entry?.entryNumber ?? 0) - (right.entry?.entryNumber ?? 0)
    return byEntry || custodyMovementKinds.indexOf(left.kind) - custodyMovementKinds.indexOf(right.kind)
  })
  let heldYen = yen(0)
  return inOrder.map((movement) => {
    heldYen = addYen(heldYen, movement.changeYen)
    return { ...movement, heldYen }
  })
}
