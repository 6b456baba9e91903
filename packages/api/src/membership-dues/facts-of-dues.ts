import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { AreaId, DuesKindId } from '@sasaeai/domain/ids'
import type { DuesCut } from '@sasaeai/domain/membership-dues/dues-cut'
import type { DuesFact } from '@sasaeai/domain/membership-dues/dues-progress'
import type { ProgressKind } from '@sasaeai/domain/membership-dues/dues-progress-wire'
import { addYen, yen } from '@sasaeai/domain/money/yen'
import type { AskedDues, PaidMembers, ReceivedDues } from './read-dues-totals.ts'

interface DuesRows {
  readonly cut: DuesCut
  readonly kinds: readonly ProgressKind[]
  readonly asked: readonly AskedDues[]
  readonly received: readonly ReceivedDues[]
  readonly paidMembers: readonly PaidMembers[]
}

/** Brings together what was asked and what came in: one fact per kind and area. */
export function factsOfDues({ cut, kinds, asked, received, paidMembers }: DuesRows): DuesFact[] {
  const householdKinds = new Set(kinds.flatMap(({ duesKindId, unit }) => (unit === 'household' ? [duesKindId] : [])))
  const facts = new Map<string, DuesFact>()
  const change = (place: { areaId: AreaId | null; duesKindId: DuesKindId }, next: (fact: DuesFact) => Partial<DuesFact>) => {
    const key = `${place.areaId}/${place.duesKindId}`
    const fact = facts.get(key) ?? { areaId: place.areaId, duesKindId: place.duesKindId, ...nothing }
    facts.set(key, { ...fact, ...next(fact) })
  }
  for (const line of asked) {
    change(line, () => ({
      askedHouseholds: line.households,
      askedMembers: line.members,
      askedUnits: line.units,
      expectedYen: yenFromColumn(line.expectedYen),
    }))
  }
  for (const line of received) {
    const amountYen = yenFromColumn(line.receivedYen)
    if (line.duesYear === cut.lastYear) change(line, (fact) => ({ lastYen: addYen(fact.lastYen, amountYen) }))
    else {
      const paidHouseholds = householdKinds.has(line.duesKindId) ? line.count : 0
      change(line, (fact) => ({ receivedYen: addYen(fact.receivedYen, amountYen), paidHouseholds }))
    }
  }
  for (const line of paidMembers) change(line, () => ({ paidMembers: line.members }))
  return [...facts.values()]
}

const nothing = {
  askedHouseholds: 0,
  paidHouseholds: 0,
  askedMembers: 0,
  paidMembers: 0,
  askedUnits: 0,
  expectedYen: yen(0),
  receivedYen: yen(0),
  lastYen: yen(0),
}
