import { eraYearOfFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { id } from '@sasaeai/domain/ids'
import type { SlipPayer } from '@sasaeai/domain/intake/slip-cells'
import type { ReadSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import type { Deps } from '../../deps.ts'

/** Whom a 納入番号 was given to; null for one that nobody has. A slip does not tell its era: the newest year is meant. */
export async function findSlipPayer({ db }: Deps, { eraYear, kindCode, number }: ReadSlipNumber): Promise<SlipPayer | null> {
  const lines = await db.prisma.duesExpectation.findMany({
    where: { slipNumber: number, request: { duesKind: { code: kindCode } } },
    orderBy: { request: { fiscalYear: 'desc' } },
    select: {
      areaId: true,
      request: { select: { fiscalYear: true, duesKindId: true } },
      membership: { select: { supporter: { select: { id: true, number: true, name: true, closedOn: true } } } },
    },
  })
  const line = lines.find(({ request }) => eraYearOfFiscalYear(fiscalYear(request.fiscalYear)) === eraYear)
  if (line === undefined) return null
  const { areaId, request, membership } = line
  const supporter = membership?.supporter
  return {
    duesKindId: id<'DuesKindId'>(request.duesKindId),
    duesYear: fiscalYear(request.fiscalYear),
    areaId: areaId === null ? null : id<'AreaId'>(areaId),
    supporter:
      supporter === undefined
        ? null
        : { id: id<'SupporterId'>(supporter.id), number: supporter.number, name: supporter.name, isClosed: supporter.closedOn !== null },
  }
}
