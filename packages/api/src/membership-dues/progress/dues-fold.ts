import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { AreaId, DuesKindId, SupporterId } from '@sasaeai/domain/ids'
import type { DuesFact } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import type { AskedDues, AskedOfYear, StandingOfMembers } from '../request/read-asked-dues.ts'

/** Dues that came in, or went back: a posting, or a sum of some. The amount has the sign of the books: minus is income. */
export interface ReceivedDuesPart {
  /** Dues of the year before, up to the same day. */
  readonly isLastYear: boolean
  readonly areaId: AreaId | null
  readonly duesKindId: DuesKindId
  /** Null where no payer is named. */
  readonly supporterId: SupporterId | null
  readonly amountYen: number
  /** 件数: households, of a 世帯 kind. */
  readonly count: number
}

/** Figures of a kind in one place under construction; received amounts are positive. */
interface PlaceFigures {
  readonly asked: AskedDues | null
  paidMembers: number
  receivedYen: number
  receivedCount: number
  lastYen: number
}

interface KindFold {
  /** By area; null for what members pay directly. */
  readonly places: Map<AreaId | null, PlaceFigures>
  readonly members: StandingOfMembers
  /** What each named payer has paid of this year's dues, with the sign of the books. */
  readonly paid: Map<SupporterId, number>
}

/** What was asked and what came in, brought together by kind and area, and kept so payment by payment. */
export interface DuesFold {
  readonly asked: AskedOfYear
  readonly kinds: Map<DuesKindId, KindFold>
}

/** What was asked, and nothing received yet. */
export function foldOfAsked(asked: AskedOfYear): DuesFold {
  const fold: DuesFold = { asked, kinds: new Map() }
  for (const [duesKindId, lines] of Map.groupBy(asked.dues, (line) => line.duesKindId)) {
    fold.kinds.set(duesKindId, kindFold(lines, asked.members.get(duesKindId)))
  }
  return fold
}

/** Adds what came in. What direct members pay is taken out of the area noted on their slips and put beside the areas. */
export function foldIn({ asked, kinds }: DuesFold, { supporterId: named, ...received }: ReceivedDuesPart): void {
  const supporterId = named === null ? null : (asked.survivors.get(named) ?? named)
  const { duesKindId, amountYen, isLastYear } = received
  let kind = kinds.get(duesKindId)
  if (kind === undefined) kinds.set(duesKindId, (kind = kindFold([], asked.members.get(duesKindId))))
  const place = placeIn(kind, isPaidDirectly(kind, { supporterId, isLastYear }) ? null : received.areaId)
  if (isLastYear) {
    place.lastYen -= amountYen
    return
  }
  place.receivedYen -= amountYen
  place.receivedCount += received.count
  if (supporterId !== null) raisePaid(kind, supporterId, amountYen)
}

/**
 * One fact per kind and area of which there is anything to tell: where all came out even, because what came in was taken
 * back, it is as if nothing had. Counts are households where the kind is paid by 世帯.
 */
export function factsOfFold({ kinds }: DuesFold, householdKinds: ReadonlySet<DuesKindId>): DuesFact[] {
  const facts: DuesFact[] = []
  for (const [duesKindId, { places }] of kinds) {
    const isByHousehold = householdKinds.has(duesKindId)
    for (const [areaId, { asked, paidMembers, receivedYen, receivedCount, lastYen }] of places) {
      const paidHouseholds = isByHousehold ? receivedCount : 0
      if (asked === null && receivedYen === 0 && lastYen === 0 && paidHouseholds === 0) continue
      // Written out, because a spread of thousands of them costs more than all else that is done with them.
      facts.push({
        areaId,
        duesKindId,
        askedHouseholds: asked?.households ?? 0,
        paidHouseholds,
        askedMembers: asked?.members ?? 0,
        paidMembers,
        askedUnits: asked?.units ?? 0,
        expectedYen: yenFromColumn(asked?.expectedYen ?? 0),
        receivedYen: yenFromColumn(receivedYen),
        lastYen: yenFromColumn(lastYen),
      })
    }
  }
  return facts
}

function kindFold(lines: readonly AskedDues[], members: StandingOfMembers = new Map()): KindFold {
  const places: KindFold['places'] = new Map()
  for (const line of lines) places.set(line.areaId, { asked: line, paidMembers: 0, receivedYen: 0, receivedCount: 0, lastYen: 0 })
  return { places, members, paid: new Map() }
}

function placeIn({ places }: KindFold, areaId: AreaId | null): PlaceFigures {
  const known = places.get(areaId)
  if (known !== undefined) return known
  const place = { asked: null, paidMembers: 0, receivedYen: 0, receivedCount: 0, lastYen: 0 }
  places.set(areaId, place)
  return place
}

function isPaidDirectly({ members }: KindFold, { supporterId, isLastYear }: Pick<ReceivedDuesPart, 'supporterId' | 'isLastYear'>): boolean {
  const standing = supporterId === null ? undefined : members.get(supporterId)
  return standing !== undefined && (isLastYear ? standing.wasDirect : standing.isDirect)
}

/** A member has paid while more has come in by name than was taken back. */
function raisePaid(kind: KindFold, payer: SupporterId, amountYen: number): void {
  const before = kind.paid.get(payer) ?? 0
  const after = before + amountYen
  kind.paid.set(payer, after)
  if (before < 0 === after < 0) return
  for (const areaId of kind.members.get(payer)?.askedIn ?? []) placeIn(kind, areaId).paidMembers += after < 0 ? 1 : -1
}
