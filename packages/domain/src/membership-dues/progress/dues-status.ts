import type { Yen } from '../../money/yen.ts'

/** 納入の状況: a plain description. What was suggested is no charge, so nothing is ever overdue. */
export const duesStatuses = ['unpaid', 'partial', 'paid', 'unasked'] as const
export type DuesStatus = (typeof duesStatuses)[number]

export const duesStatusNames: Record<DuesStatus, string> = {
  unpaid: '未納',
  partial: '一部',
  paid: '納入済み',
  unasked: 'お願いなし',
}

/** What of one kind of dues was suggested in one place, and what came in. */
export interface AskedAndReceived {
  /** Households and members that were asked. */
  readonly asked: number
  readonly expectedYen: Yen
  readonly receivedYen: Yen
}

/** The status of one kind of dues in one place. Where no amount was suggested, any payment is a whole one. */
export function duesStatusOf({ asked, expectedYen, receivedYen }: AskedAndReceived): DuesStatus {
  if (asked === 0 && expectedYen === 0) return 'unasked'
  if (receivedYen <= 0) return 'unpaid'
  return receivedYen < expectedYen ? 'partial' : 'paid'
}

/** The status of several together: 納入済み or 未納 only where all that were asked are so. */
export function combinedStatus(statuses: Iterable<DuesStatus>): DuesStatus {
  const asked = new Set(statuses)
  asked.delete('unasked')
  const [only = 'unasked'] = asked
  return asked.size > 1 ? 'partial' : only
}
