import type { Tx } from '@sasaeai/db/in-transaction'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type DemoDistrict, householdsIn } from './demo-areas.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'

/**
 * 目標額 of a year: by source for the whole council, and by 校区 for dues where the 自治会 have agreed to one. Those of
 * 共同募金 by 校区 are the goals of its drives.
 */
export async function layTargets(
  tx: Tx,
  { office, districts, newId }: { office: DemoOffice; districts: readonly DemoDistrict[]; newId: () => string },
  { year, yearsAgo }: { year: FiscalYear; yearsAgo: number },
): Promise<void> {
  const households = (district: DemoDistrict) =>
    district.associations.reduce((sum, association) => sum + householdsIn(association, yearsAgo), 0)
  const all = districts.reduce((sum, district) => sum + households(district), 0)
  const row = (code: string, amount: number, areaId: string | null = null) => ({
    id: newId(),
    fiscalYear: year,
    fundingSourceId: office.source(code),
    areaId,
    targetYen: rounded(amount),
  })
  await tx.fundingTarget.createMany({
    data: [
      row(codes.source.dues, all * 460),
      row(codes.source.chest, all * 320),
      row(codes.source.yearEnd, all * 165),
      row(codes.source.donation, 11_500_000 - 400_000 * yearsAgo),
      row(codes.source.grant, 3_000_000),
      row(codes.source.business, 1_100_000),
      ...districts
        .filter(({ code }) => Number(code) <= 27)
        .map((district) => row(codes.source.dues, households(district) * 430, district.areaId)),
    ],
  })
}

/** Goals are round numbers. */
function rounded(amountYen: number): number {
  return Math.round(amountYen / 1_000) * 1_000
}
