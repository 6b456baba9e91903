import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type AreaId, type DuesRequestId, id } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'

interface ARequestOptions {
  /** The kind asked for; 一般会費 unless told otherwise. */
  readonly kind?: string
  /** The areas asked, with their households; the three 自治会 of the test council unless told otherwise. */
  readonly asked?: readonly { readonly areaId: AreaId; readonly households: number }[]
}

/** A fixed 納入のお願い of the council's year, whose lines are numbered in the order given, at 500 yen a household. */
export async function aRequest(council: ACouncil, { kind = '一般会費', asked = threeOf(council) }: ARequestOptions = {}): Promise<DuesRequestId> {
  const { prisma } = council.deps.db
  const requestId = id<'DuesRequestId'>(council.deps.newId())
  const person = council.actors.accountant.userId
  await prisma.duesRequest.create({
    data: {
      id: requestId, fiscalYear: council.fiscalYear, duesKindId: council.duesKind(kind), requestedOn: toDateColumn(localDate(`${council.fiscalYear}-04-20`)),
      householdBasis: 'association_membership', lastSlipNumber: asked.length, preparedById: person,
    },
  })
  await prisma.duesExpectation.createMany({
    data: asked.map(({ areaId, households }, index) => ({
      requestId, payerKey: areaId, areaId, households, unitYen: 500n, expectedYen: BigInt(households * 500), slipNumber: index + 1,
    })),
  })
  await prisma.duesRequest.update({ where: { id: requestId }, data: { status: 'fixed', fixedAt: council.deps.now(), fixedById: person } })
  return requestId
}

function threeOf(council: ACouncil) {
  return [
    { areaId: council.area('日吉一丁目自治会'), households: 120 },
    { areaId: council.area('日吉二丁目自治会'), households: 85 },
    { areaId: council.area('篠山町自治会'), households: 240 },
  ]
}
