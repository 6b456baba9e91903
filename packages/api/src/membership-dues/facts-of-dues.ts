import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { AreaId, DuesKindId } from '@sasaeai/domain/ids'
import type { DuesFact } from '@sasaeai/domain/membership-dues/dues-progress'
import type { ProgressKind } from '@sasaeai/domain/membership-dues/dues-progress-wire'
import type { AskedOfYear } from './read-asked-dues.ts'
import type { ReceivedDues } from './received-dues.ts'

interface DuesRows {
  readonly kinds: readonly ProgressKind[]
  readonly asked: AskedOfYear
  readonly received: ReceivedDues
}

/** A fact under construction: amounts as plain numbers, received ones positive. */
type Draft = { -readonly [Figure in keyof DuesFact]: DuesFact[Figure] extends number ? number : DuesFact[Figure] }

/**
 * Brings together what was asked and what came in: one fact per kind and area. What direct members paid is taken out of
 * the area noted on their slips and put beside the areas.
 */
export function factsOfDues({ kinds, asked, received }: DuesRows): DuesFact[] {
  const householdKinds = new Set(kinds.flatMap(({ duesKindId, unit }) => (unit === 'household' ? [duesKindId] : [])))
  const drafts = new Map<string, Draft>()
  const at = (areaId: AreaId | null, duesKindId: DuesKindId): Draft => {
    const key = `${areaId}/${duesKindId}`
    const known = drafts.get(key)
    if (known !== undefined) return known
    const draft = { areaId, duesKindId, ...nothing }
    drafts.set(key, draft)
    return draft
  }
  const receive = (draft: Draft, isLastYear: boolean, { amountYen, count }: { amountYen: number; count: number }) => {
    if (isLastYear) draft.lastYen -= amountYen
    else {
      draft.receivedYen -= amountYen
      if (householdKinds.has(draft.duesKindId)) draft.paidHouseholds += count
    }
  }
  for (const line of asked.dues) {
    const draft = at(line.areaId, line.duesKindId)
    draft.askedHouseholds = line.households
    draft.askedMembers = line.members
    draft.askedUnits = line.units
    draft.expectedYen = line.expectedYen
  }
  for (const sum of received.byArea.values()) receive(at(sum.areaId, sum.duesKindId), sum.isLastYear, sum)
  for (const sum of received.byName.values()) {
    const direct = sum.isLastYear ? asked.directLastYear : asked.direct
    if (sum.areaId === null || !direct.has(`${sum.supporterId}/${sum.duesKindId}`)) continue
    receive(at(sum.areaId, sum.duesKindId), sum.isLastYear, { amountYen: -sum.amountYen, count: -sum.count })
    receive(at(null, sum.duesKindId), sum.isLastYear, sum)
  }
  const paid = payersOf(received)
  for (const { areaId, duesKindId, supporterId } of asked.members) {
    if ((paid.get(`${supporterId}/${duesKindId}`) ?? 0) < 0) at(areaId, duesKindId).paidMembers += 1
  }
  return [...drafts.values()].map(factOf)
}

/** What each named payer has paid this year of a kind, with the sign of the books. */
function payersOf({ byName }: ReceivedDues): Map<string, number> {
  const paid = new Map<string, number>()
  for (const { isLastYear, supporterId, duesKindId, amountYen } of byName.values()) {
    if (isLastYear) continue
    const key = `${supporterId}/${duesKindId}`
    paid.set(key, (paid.get(key) ?? 0) + amountYen)
  }
  return paid
}

const nothing = {
  askedHouseholds: 0,
  paidHouseholds: 0,
  askedMembers: 0,
  paidMembers: 0,
  askedUnits: 0,
  expectedYen: 0,
  receivedYen: 0,
  lastYen: 0,
}

function factOf({ expectedYen, receivedYen, lastYen, ...rest }: Draft): DuesFact {
  return {
    ...rest,
    expectedYen: yenFromColumn(expectedYen),
    receivedYen: yenFromColumn(receivedYen),
    lastYen: yenFromColumn(lastYen),
  }
}
