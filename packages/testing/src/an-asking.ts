import { toDateColumn } from '@sasaeai/db/local-date-column'
import { firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type AreaId, type DuesKindId, id, type MembershipId, type SupporterId } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'

/** A line of a request: an area with its households, or a member with 口. */
interface AskedLine {
  readonly areaId?: AreaId
  readonly membershipId?: MembershipId
  readonly households?: number
  readonly units?: number
  readonly expectedYen: number
}

/** A fixed 納入のお願い of the council's year, laid without the commands that prepare one. */
export async function anAsking(council: ACouncil, duesKindId: DuesKindId, lines: readonly AskedLine[]): Promise<void> {
  const { deps, fiscalYear, actors } = council
  const { prisma } = deps.db
  const by = actors.accountant.userId
  const requestId = deps.newId()
  await prisma.duesRequest.create({
    data: {
      id: requestId,
      fiscalYear,
      duesKindId,
      requestedOn: toDateColumn(firstDayOf(fiscalYear)),
      householdBasis: 'association_membership',
      preparedById: by,
    },
  })
  await prisma.duesExpectation.createMany({
    data: lines.map((line, place) => ({
      requestId, payerKey: line.membershipId ?? line.areaId ?? '', slipNumber: place + 1,
      areaId: line.areaId ?? null, membershipId: line.membershipId ?? null,
      households: line.households ?? null, units: line.units ?? null, expectedYen: line.expectedYen,
    })),
  })
  await prisma.duesRequest.update({
    where: { id: requestId },
    data: { status: 'fixed', fixedAt: deps.now(), fixedById: by, lastSlipNumber: lines.length },
  })
}

/** A company that has been a member since April, by itself or through an area. */
export async function aMember(
  { deps, fiscalYear }: ACouncil,
  wanted: { name: string; duesKindId: DuesKindId; units: number; through?: AreaId },
): Promise<{ supporterId: SupporterId; membershipId: MembershipId }> {
  const { prisma } = deps.db
  const [supporterId, membershipId] = [deps.newId(), deps.newId()]
  // From the counter, so that the next one who is registered in the ordinary way gets another.
  const [taken] = await prisma.$queryRaw<{ number: number }[]>`SELECT take_number('supporter', 0) AS number`
  if (taken === undefined) throw new Error('the counter gave no number')
  await prisma.supporter.create({
    data: { id: supporterId, number: taken.number, kind: 'organization', name: wanted.name, kana: 'カイイン', searchText: wanted.name },
  })
  const since = toDateColumn(firstDayOf(fiscalYear))
  await prisma.membership.create({
    data: {
      id: membershipId, supporterId, duesKindId: wanted.duesKindId, joinedOn: since,
      route: wanted.through === undefined ? 'direct' : 'association', areaId: wanted.through ?? null,
      units: { create: { effectiveOn: since, units: wanted.units } },
    },
  })
  return { supporterId: id(supporterId), membershipId: id(membershipId) }
}
