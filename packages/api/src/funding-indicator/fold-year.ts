import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DistrictTotal } from '@sasaeai/domain/funding-indicator/district-figures'
import type { MonthTotal } from '@sasaeai/domain/funding-indicator/source-figures'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { areaPlaceOf, partOf } from './area-tally.ts'
import type { CustodySums } from '../community-chest/remittance/custody-sums.ts'
import { dayOfYear, monthOfPart, type YearTally } from './dashboard-sums.ts'
import { type Districts, placeDistricts } from './districts-of-ground.ts'

/** A fiscal year seen on a day, with the districts as they are now. */
export interface YearSeen {
  readonly fiscalYear: FiscalYear
  readonly until: LocalDate
  readonly districts: Districts
}

/** A year by source and campaign: its months on either side of the day, and its districts until that day. */
export interface FoldedYear {
  readonly months: readonly MonthTotal[]
  readonly districts: readonly DistrictTotal[]
}

/** Folds a year for one of the days that its sums can tell apart. */
export function foldYear({ areas, groups }: YearTally, { fiscalYear, until, districts }: YearSeen): FoldedYear {
  const placed = placeDistricts(areas.keys(), districts)
  const cut = dayOfYear(until)
  const folded: { months: MonthTotal[]; districts: DistrictTotal[] } = { months: [], districts: [] }
  for (const { of, keys, figures: [yen = []] } of groups.values()) {
    const [sourceId, campaignId] = of
    const [untilCut, after, inDistricts]: [SparseSums, SparseSums, SparseSums] = [[], [], []]
    // Ten thousand cells a year: nothing here makes an object, and least of all a pair to be taken apart again.
    for (let cell = 0; cell < keys.length; cell += 1) {
      const key = keys[cell] ?? 0
      const part = partOf(key)
      const amountYen = yen[cell] ?? 0
      raise(part <= cut ? untilCut : after, monthOfPart(part), amountYen)
      if (part <= cut) raise(inDistricts, placed.ofAreas[areaPlaceOf(key)] ?? 0, amountYen)
    }
    for (const [isUntilCut, months] of [[true, untilCut], [false, after]] as const) {
      // `forEach` passes over the months in which there is nothing.
      months.forEach((amountYen, month) => {
        folded.months.push({ fiscalYear, sourceId, campaignId, month, isUntilCut, amountYen: yenFromColumn(amountYen) })
      })
    }
    if (sourceId === null) continue
    inDistricts.forEach((amountYen, place) => {
      folded.districts.push({ fiscalYear, sourceId, campaignId, districtId: placed.ids[place] ?? null, amountYen: yenFromColumn(amountYen) })
    })
  }
  return folded
}

/** What was still held of each campaign when the fiscal year began. */
export function broughtForwardTo(fiscalYear: FiscalYear, custody: CustodySums): Map<CampaignId, Yen> {
  return new Map(
    [...custody].map(([campaignId, years]) => {
      const before = [...years].filter(([year]) => year < fiscalYear)
      return [campaignId, yenFromColumn(before.reduce((held, [, amountYen]) => held + amountYen, 0))]
    }),
  )
}

/** Sums at their places, of which some are left out: a tenth of the time of a map. */
type SparseSums = number[]

function raise(sums: SparseSums, place: number, yen: number): void {
  sums[place] = (sums[place] ?? 0) + yen
}
