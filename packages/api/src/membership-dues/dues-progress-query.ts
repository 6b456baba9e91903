import { type HouseholdBasis, householdBases } from '@sasaeai/domain/area/household-basis'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DuesKindId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { duesCut } from '@sasaeai/domain/membership-dues/dues-cut'
import type { DuesProgressInput } from '@sasaeai/domain/membership-dues/dues-progress-input'
import {
  type DuesProgressFacts,
  type DuesProgressWire,
  type ProgressHouseholds,
  type ProgressKind,
  wireOfProgress,
} from '@sasaeai/domain/membership-dues/dues-progress-wire'
import { duesTermsOfYear } from '@sasaeai/domain/membership-dues/dues-terms-of-year'
import { type HouseholdCount, listHouseholds } from '../area/area-queries.ts'
import type { Deps } from '../deps.ts'
import { keptAnswer } from '../ledger/kept-answers.ts'
import { booksVersionText, readBooksVersion } from '../ledger/read-books-version.ts'
import { readGroundData } from '../ledger/read-ground-data.ts'
import { factsOfDues } from './facts-of-dues.ts'
import {
  readAskedDues,
  readPaidMembers,
  readReceivedDues,
  readRequestStatuses,
  type RequestStatusRow,
} from './read-dues-totals.ts'

/** 納入状況 of a year up to a day, as it travels; kept until something is posted, asked or set up anew. */
export async function duesProgressAnswer(deps: Deps, input: DuesProgressInput): Promise<DuesProgressWire> {
  const { until } = duesCut(input, localDateInTokyo(deps.now()))
  const version = await readBooksVersion(deps.db)
  return keptAnswer(deps.db, ['dues progress', input.fiscalYear, until, booksVersionText(version)], async () =>
    wireOfProgress(await readDuesProgress(deps, { ...input, until })),
  )
}

/** The same in full, for what is written on paper or into a file. */
export async function readDuesProgress(deps: Deps, input: DuesProgressInput): Promise<DuesProgressFacts> {
  const { db } = deps
  const version = await readBooksVersion(db)
  // An older copy would be kept under the newer version, until that one is over.
  const ground = await readGroundData(db, version.ground)
  const cut = duesCut(input, localDateInTokyo(deps.now()))
  const [received, paidMembers, [asked, statuses, households]] = await Promise.all([
    readReceivedDues(db, cut),
    readPaidMembers(db, cut),
    keptAnswer(db, ['dues asked', cut.fiscalYear, version.ground], () =>
      Promise.all([
        readAskedDues(db, cut.fiscalYear),
        readRequestStatuses(db, cut.fiscalYear),
        listHouseholds(deps, cut.fiscalYear),
      ]),
    ),
  ])
  const kinds = kindsOf(ground, cut, statuses)
  return {
    cut,
    kinds,
    areas: ground.areas,
    facts: factsOfDues({ cut, kinds, asked, received, paidMembers }),
    households: householdsByBasis(households),
  }
}

/** Kinds with terms in the year, and those without that money came in for or that are still open. */
function kindsOf(
  ground: GroundData,
  { fiscalYear }: DuesProgressFacts['cut'],
  statuses: readonly RequestStatusRow[],
): ProgressKind[] {
  const requests = new Map<DuesKindId, RequestStatusRow['status']>(
    statuses.map(({ duesKindId, status }) => [duesKindId, status]),
  )
  return [...ground.duesKinds].map(([duesKindId, { name }]) => ({
    duesKindId,
    name,
    unit: duesTermsOfYear(ground, duesKindId, fiscalYear)?.unit ?? null,
    request: requests.get(duesKindId) ?? 'none',
  }))
}

/** 自治会加入世帯 before 住基世帯, because they were the ones asked. */
function householdsByBasis(counts: readonly HouseholdCount[]): ProgressHouseholds[] {
  const preferred: readonly HouseholdBasis[] = householdBases.toReversed()
  return preferred.flatMap((basis) => {
    const used = counts.filter((count) => count.basis === basis)
    const newest = used.reduce<LocalDate | null>((day, { asOf }) => (day === null || asOf > day ? asOf : day), null)
    if (newest === null) return []
    return [{ basis, asOf: newest, counts: new Map(used.map(({ areaId, households }) => [areaId, households])) }]
  })
}
