import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type FiscalYear, firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { amountOfPieces, type CashPieces } from '@sasaeai/domain/community-chest/point/cash-pieces'
import { contributionOfCount } from '@sasaeai/domain/community-chest/point/contribution-of-count'
import { id } from '@sasaeai/domain/ids'
import { entryOfContribution } from '@sasaeai/domain/ledger/entry-of-contribution'
import { type BookedEntry, idAt } from './book-bundles.ts'
import { type DemoPoint, type DemoPoints, streetPoints } from './collection-points.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import { anyDayIn, nearestOfficeDay } from './office-days.ts'
import { type RandomStream, randomStream } from './random-stream.ts'

/** What was counted in a year: drawn before the books are written, laid after them. */
export interface DemoCounts {
  readonly entries: readonly BookedEntry[]
  readonly counts: readonly DemoCount[]
  readonly streets: readonly DemoPoint[]
}

interface DemoCount {
  readonly countId: string
  readonly countedOn: LocalDate
  readonly method: string
  readonly pointId: string
  readonly pieces: CashPieces
  readonly countedBy: string
  readonly entry: BookedEntry['entry']
}

interface CountingDesk {
  readonly office: DemoOffice
  readonly points: DemoPoints
  readonly today: LocalDate
}

/** Each box is emptied two or three times in a drive; what was collected in the street is counted on the next working day. */
export function drawCashCounts({ office, points, today }: CountingDesk, year: FiscalYear): DemoCounts {
  const random = randomStream(20_261_105 + year)
  const season = { from: localDate(`${year}-10-03`), to: localDate(`${year}-12-26`), peak: 0.4 }
  const streets = streetPoints({ office, random }, year).filter(({ startsOn }) => startsOn !== null && startsOn < today)
  const ofBoxes = points.boxes.flatMap((point) =>
    Array.from({ length: random.whole(2, 3) }, () => ({ point, method: codes.method.other, countedOn: nearestOfficeDay(anyDayIn(season, random)), size: 1 })),
  )
  const ofStreets = streets.map((point) => ({ point, method: codes.method.street, countedOn: nearestOfficeDay(point.startsOn ?? firstDayOf(year)), size: 6 }))
  const counts = [...ofBoxes, ...ofStreets]
    .filter(({ countedOn }) => countedOn < today)
    .map(({ point, method, countedOn, size }) => countOf(office, { point, method, countedOn, pieces: drawPieces(size, random), year, random }))
  return { entries: counts.map(({ booked }) => booked), counts: counts.map(({ count }) => count), streets }
}

interface Counting {
  readonly point: DemoPoint
  readonly method: string
  readonly countedOn: LocalDate
  readonly pieces: CashPieces
  readonly year: FiscalYear
  readonly random: RandomStream
}

function countOf(office: DemoOffice, { point, method, countedOn, pieces, year, random }: Counting): { booked: BookedEntry; count: DemoCount } {
  const postedAt = new Date(`${countedOn}T06:${String(random.whole(10, 59))}:00Z`)
  const countId = idAt(postedAt, random)
  const entryId = id<'JournalEntryId'>(idAt(postedAt, random))
  const countedBy = random.pick([['田中', '緒方'], ['石橋', '田中'], ['緒方', '石橋']])
  const contribution = contributionOfCount(
    {
      countId: id<'CashCountId'>(countId), countedOn, campaignId: office.campaign(year, codes.campaign.redFeather), collectionMethodId: office.method(method),
      fundingSourceId: office.source(codes.source.chest), cashAccountId: office.account('1110'), pointId: id<'CollectionPointId'>(point.id), pieces, count: 1, countedBy, note: '',
      ...(point.areaId === null ? {} : { areaId: point.areaId }),
    },
    { kind: point.kind, name: point.name, supporterId: point.supporterId },
  )
  const origin = { id: entryId, sourceKind: 'cash_count', sourceId: countId, postedById: office.receptionist } as const
  const entry = entryOfContribution(contribution, office.ground, origin)
  const audit = { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entryId, after: { entryDate: countedOn, amountYen: contribution.amountYen } }
  return { booked: { entry, postedAt, audit }, count: { countId, countedOn, method, pointId: point.id, pieces, countedBy: countedBy.join('、'), entry } }
}

/** Mostly coins of 100 and 10 yen, seldom a note. */
function drawPieces(size: number, random: RandomStream): CashPieces {
  const many = (usual: number) => random.whole(0, usual * size)
  const drawn = { 1_000: many(3), 500: many(4), 100: many(24) + 1, 50: many(6), 10: many(40), 5: many(6), 1: many(30) }
  return Object.fromEntries(Object.entries(drawn).filter(([, pieces]) => pieces > 0))
}

/** Lays the occasions in the street and the counts, and links what else came out of a box, after the year's entries are in the books. */
export async function layCashCounts(tx: Tx, { office, points, year }: Omit<CountingDesk, 'today'> & { year: FiscalYear }, drawn: DemoCounts & { others: readonly BookedEntry[] }): Promise<void> {
  const { counts, streets, others } = drawn
  await tx.collectionPoint.createMany({ data: streets.map((point) => ({ ...point, startsOn: point.startsOn === null ? null : toDateColumn(point.startsOn) })) })
  await tx.cashCount.createMany({
    data: counts.map(({ countId, countedOn, method, pieces, countedBy, entry }) => ({
      id: countId, campaignId: office.campaign(year, codes.campaign.redFeather), collectionMethodId: office.method(method), countedOn: toDateColumn(countedOn), pieces, countedBy,
      amountYen: BigInt(amountOfPieces(pieces)), entryId: entry.id,
    })),
  })
  await tx.collectionPointEntry.createMany({
    data: [...counts.map(({ pointId, entry }) => ({ entryId: entry.id, pointId })), ...fromBoxes(points, others, year)],
  })
}

/** Money out of boxes in shops that was typed at the desk: of most it is known by now which shop it was. */
function fromBoxes({ shops }: DemoPoints, others: readonly BookedEntry[], year: FiscalYear) {
  const random = randomStream(20_261_106 + year)
  const emptied = others.filter(({ entry }) => entry.sourceKind === 'intake_line' && entry.description.includes('募金箱')).slice(0, 400)
  return emptied.flatMap(({ entry }) => (random.chance(0.85) ? [{ entryId: entry.id, pointId: random.pick(shops).id }] : []))
}
