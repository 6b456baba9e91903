import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { AreaId, DuesKindId } from '@sasaeai/domain/ids'
import type { DuesFact } from '@sasaeai/domain/membership-dues/dues-progress'
import type { ProgressKind } from '@sasaeai/domain/membership-dues/dues-progress-wire'
import type { AskedOfYear } from './read-asked-dues.ts'
import { placeKeyOf, type ReceivedDues } from './received-dues.ts'

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
  const at = ({ placeKey, areaId, duesKindId }: Place): Draft => {
    const known = drafts.get(placeKey)
    if (known !== undefined) return known
    const draft = emptyDraft(areaId, duesKindId)
    drafts.set(placeKey, draft)
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
    const draft = at(line)
    draft.askedHouseholds = line.households
    draft.askedMembers = line.members
    draft.askedUnits = line.units
    draft.expectedYen = line.expectedYen
  }
  for (const sum of received.byArea.values()) receive(at(sum), sum.isLastYear, sum)
  for (const sum of received.byName.values()) {
    if (sum.areaId === null || !(sum.isLastYear ? asked.directLastYear : asked.direct).has(sum.payerKey)) continue
    receive(at(sum), sum.isLastYear, { amountYen: -sum.amountYen, count: -sum.count })
    receive(at(unplaced(sum.duesKindId)), sum.isLastYear, sum)
  }
  const paid = payersOf(received)
  for (const member of asked.members) if ((paid.get(member.payerKey) ?? 0) < 0) at(member).paidMembers += 1
  return [...drafts.values()].map(factOf)
}

interface Place {
  readonly placeKey: string
  readonly areaId: AreaId | null
  readonly duesKindId: DuesKindId
}

function unplaced(duesKindId: DuesKindId): Place {
  return { areaId: null, duesKindId, placeKey: placeKeyOf({ areaId: null, duesKindId }) }
}

/** What each named payer has paid this year of a kind, with the sign of the books. */
function payersOf({ byName }: ReceivedDues): Map<string, number> {
  const paid = new Map<string, number>()
  for (const { isLastYear, payerKey, amountYen } of byName.values()) {
    if (!isLastYear) paid.set(payerKey, (paid.get(payerKey) ?? 0) + amountYen)
  }
  return paid
}

// Written out, because a spread of thousands of them costs more than all else that is done with them.
function emptyDraft(areaId: AreaId | null, duesKindId: DuesKindId): Draft {
  return {
    areaId,
    duesKindId,
    askedHouseholds: 0,
    paidHouseholds: 0,
    askedMembers: 0,
    paidMembers: 0,
    askedUnits: 0,
    expectedYen: 0,
    receivedYen: 0,
    lastYen: 0,
  }
}

function factOf(draft: Draft): DuesFact {
  return {
    areaId: draft.areaId,
    duesKindId: draft.duesKindId,
    askedHouseholds: draft.askedHouseholds,
    paidHouseholds: draft.paidHouseholds,
    askedMembers: draft.askedMembers,
    paidMembers: draft.paidMembers,
    askedUnits: draft.askedUnits,
    expectedYen: yenFromColumn(draft.expectedYen),
    receivedYen: yenFromColumn(draft.receivedYen),
    lastYen: yenFromColumn(draft.lastYen),
  }
}
