import type { Deps } from '@sasaeai/api/deps'
import { openDatabase } from '@sasaeai/db/database'
import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import {
  type FiscalYear,
  fiscalMonths,
  fiscalYear,
  fiscalYearOf,
  lastDayOf,
} from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId } from '@sasaeai/domain/ids'
import type { ClientBase } from 'pg'
import { bookBundles, idAt } from './book-bundles.ts'
import { drawCashCounts, layCashCounts } from './cash-counts.ts'
import { type DemoPoints, layCollectionPoints } from './collection-points.ts'
import { companyBundles } from './company-bundles.ts'
import { type DemoDistrict, drawDistricts, layDistricts, layHouseholds } from './demo-areas.ts'
import type { DemoYear } from './demo-bundle.ts'
import { type DemoOffice, layDemoGround, readDemoOffice } from './demo-ground.ts'
import { layRemittances } from './demo-remittances.ts'
import { forgetGroundHistory } from './forget-ground-history.ts'
import { fundUses } from './fund-uses.ts'
import { gatherStatistics } from './gather-statistics.ts'
import { issueDemoInterimReceipts } from './issue-demo-interim-receipts.ts'
import { issueDemoReceipts } from './issue-demo-receipts.ts'
import { drawMembers } from './demo-members.ts'
import { drawSupporters, laySupporters } from './demo-supporters.ts'
import { layTargets } from './demo-targets.ts'
import { layShareBackRules } from './demo-terms.ts'
import { donationBundles } from './donation-bundles.ts'
import { corrections, outgoingEntries, type YearSoFar } from './later-entries.ts'
import { layBranchOfficers, layCampaignMaterials } from './lay-branches.ts'
import { layCampaignGoals } from './lay-campaign-goals.ts'
import { drawAllocations, layAllocations } from './lay-allocations.ts'
import { layDonations } from './lay-donations.ts'
import { layDuesMaterials } from './lay-dues-materials.ts'
import { layDuesRequests } from './lay-dues-requests.ts'
import { layGoodwillBank } from './lay-goodwill-bank.ts'
import { layIncomeTotals } from './lay-income-totals.ts'
import { layIndicatorStory } from './lay-indicator-story.ts'
import { layMembers } from './lay-members.ts'
import { layOnlineGifts } from './lay-online-gifts.ts'
import { layOnlineGiving } from './lay-online-giving.ts'
import { layOutreach } from './lay-outreach.ts'
import { layProspects } from './lay-prospects.ts'
import { layReceiptForms } from './lay-receipt-forms.ts'
import { memberBundles } from './member-bundles.ts'
import { neighborhoodBundles } from './neighborhood-bundles.ts'
import { layOpenDrafts } from './open-drafts.ts'
import { publishDemoResults } from './publish-demo-results.ts'
import { publicMoneyBundles } from './public-money-bundles.ts'
import { type RandomStream, randomStream } from './random-stream.ts'
import { registerDemoTwice } from './register-demo-twice.ts'
import { setIndexesAside } from './set-indexes-aside.ts'
import { type DuesBook, keepDues, layShareBackRuns, shareBackRuns } from './share-back-runs.ts'
import { writeYear } from './write-books.ts'
import { drawYearEnd, layGrantGroups, layYearEnd } from './year-end-grants.ts'
import { tellOfFunds } from './tell-of-funds.ts'
import { tellOfRevenue } from './tell-of-revenue.ts'
import { tellOfSupporters } from './tell-of-supporters.ts'

export interface SeedOptions {
  /** The day on which the demo is looked at: its newest fiscal year ends the day before. */
  readonly today: LocalDate
  /** 1 for the demo (some 30,000 postings over 3 fiscal years); 33 for measuring (a million over 10). */
  readonly scale?: number
}

/** The number that all random numbers of the demo grow from. */
const demoSeed = 20_260_401
/** Taken while seeding, so that two servers that start at once do not seed twice. */
const seedLock = 72_707_371
const longestSeedingMs = 60 * 60_000

/**
 * Fills an empty, migrated database with the demo council ささえ市社会福祉協議会, all of it or nothing, and answers
 * whether it did: false where a council is there already.
 */
export async function seedDemo(ownerUrl: string, { today, scale = 1 }: SeedOptions): Promise<boolean> {
  const db = openDatabase(ownerUrl)
  // The connection of the transaction itself: what comes by the hundred thousand goes past Prisma, which would write,
  // read and write again every text of it.
  const connecting = new Promise<ClientBase>((resolve) => db.pool.once('acquire', resolve))
  try {
    const isSeeded = await db.prisma.$transaction(
      async (tx) => {
        // The owner again, which the application's role is not: the story's entries carry the story's dates.
        await tx.$executeRaw`SET LOCAL ROLE NONE`
        await tx.$queryRaw`SELECT pg_advisory_xact_lock(${seedLock}::bigint)::text`
        if ((await tx.council.count()) > 0) return false
        const putIndexesBack = await setIndexesAside(tx)
        await tellStory(tx, { today, scale, random: randomStream(demoSeed), db, connection: await connecting })
        await putIndexesBack()
        return true
      },
      { timeout: longestSeedingMs },
    )
    if (isSeeded) {
      await gatherStatistics(ownerUrl)
      for (const tell of [
        publishDemoResults, issueDemoInterimReceipts, issueDemoReceipts, registerDemoTwice, tellOfSupporters, tellOfFunds, layGoodwillBank, tellOfRevenue, layOnlineGifts,
      ]) await tell(db, today)
      await forgetGroundHistory(ownerUrl)
    }
    return isSeeded
  } finally {
    await db.close()
  }
}

interface Story extends Pick<Deps, 'db'>, Required<SeedOptions> {
  readonly random: RandomStream
  readonly connection: ClientBase
}

async function tellStory(tx: Tx, { today, scale, random, db, connection }: Story): Promise<void> {
  const years = demoYears(today, scale)
  // The fewer lines a year has, the more years there must be; three years of the plain demo are one unit.
  const density = (scale * 3) / years.length
  const founded = new Date(`${years[0] ?? fiscalYearOf(today)}-03-25T01:00:00Z`)
  const newId = () => idAt(founded, random)
  const deps: Deps = { db, now: () => founded, newId }
  const districts = drawDistricts(newId, random)
  const supporters = drawSupporters(newId, random, {
    districts,
    persons: Math.round(260 * density),
    companies: Math.round(220 * density),
  })
  await layDemoGround(deps, tx, years)
  await layDistricts(deps, tx, districts)
  await laySupporters(tx, supporters, founded)
  const groups = await layGrantGroups(tx, districts, founded)
  const points = await layCollectionPoints(tx, { districts, supporters, founded })
  const office = await readDemoOffice(tx)
  const members = drawMembers({ newId, random, years, today }, supporters)
  await layMembers(tx, office, members)
  const farDistricts = districts.slice(31, 33).map(({ areaId }) => areaId)
  await layShareBackRules(tx, { years, farDistricts })
  const associations = associationsOf(districts)
  const book: DuesBook = { entries: [] }
  for (const year of years) {
    const yearsAgo = fiscalYearOf(today) - year
    await layHouseholds(tx, districts, { year, yearsAgo })
    await layTargets(tx, { office, districts, newId }, { year, yearsAgo })
    await layCampaignGoals(tx, { office, districts }, { year, yearsAgo })
    await layBranchOfficers(tx, { office, districts, today }, { year, yearsAgo })
    await layCampaignMaterials(tx, { office, districts, today }, { year, yearsAgo })
    await layDuesRequests(tx, { office, newId, today, random, associations }, year)
    await layDuesMaterials(tx, { associations, today, random }, { year, yearsAgo })
    await layOutreach(tx, { newId, today, random, districts, supporters }, year)
    await liveYear(
      tx,
      { office, newId, today, book, farDistricts, groups, points, connection },
      { year, yearsAgo, years, districts, supporters, members, density, random },
    )
  }
  await layBesideBooks(tx, { office, newId, today, years })
  await layProspects(tx, { office, newId, today, random }, { supporters, members })
  await layOpenDrafts(tx, {
    office,
    newId: () => idAt(new Date(`${today}T00:30:00Z`), random),
    today,
    associations: associations.slice(20, 22),
  })
}

/** What the office knows of its money beside the entries. */
async function layBesideBooks(tx: Tx, { office, newId, today, years }: Pick<LivingDesk, 'office' | 'newId' | 'today'> & { readonly years: readonly FiscalYear[] }): Promise<void> {
  await layDonations(tx, { newId, today })
  await layIncomeTotals(tx, { office, today, years })
  await layIndicatorStory(tx, { office, today, years })
  await layOnlineGiving(tx, { office, today })
}

/** Three fiscal years up to the present one; ten where the demo is drawn large. */
function demoYears(today: LocalDate, scale: number): FiscalYear[] {
  const count = scale >= 10 ? 10 : 3
  const present = fiscalYearOf(today)
  return Array.from({ length: count }, (_, index) => fiscalYear(present - count + 1 + index))
}

interface LivingDesk {
  readonly connection: ClientBase
  readonly office: DemoOffice
  readonly newId: () => string
  readonly today: LocalDate
  /** What the years before have brought, for 還元金 of dues that come late. */
  readonly book: DuesBook
  readonly farDistricts: readonly AreaId[]
  /** Those that apply for 歳末's grants. */
  readonly groups: Awaited<ReturnType<typeof layGrantGroups>>
  readonly points: DemoPoints
}

async function liveYear(
  tx: Tx,
  { office, newId, today, book, farDistricts, groups, points, connection }: LivingDesk,
  demo: DemoYear,
): Promise<void> {
  const { year, yearsAgo, years, districts, random } = demo
  const bundles = [neighborhoodBundles, memberBundles, companyBundles, donationBundles, publicMoneyBundles]
    .flatMap((draw) => draw(demo))
    .filter(({ receivedOn }) => receivedOn < today)
  const booked = bookBundles(office, bundles, { year, random })
  const sofar: YearSoFar = { year, before: today, random }
  const withCorrections = [...booked.entries, ...corrections(office, booked.entries, sofar)]
  keepDues(book, withCorrections, year)
  const shared = shareBackRuns({ office, random, today, years, farDistricts }, book, year)
  const yearEnd = drawYearEnd({ office, groups, districts, today }, withCorrections, year)
  const counted = drawCashCounts({ office, points, today }, year)
  const paidOut = [...withCorrections, ...counted.entries, ...yearEnd.entries]
  const allocated = drawAllocations({ office, today, yearsAgo }, year)
  const spent = fundUses({ office, today }, withCorrections, year)
  const entries = [...paidOut, ...spent, ...allocated.entries, ...outgoingEntries(office, paidOut, sofar), ...shared.entries]
  await writeYear(connection, { office, year, newId }, { entries, batches: booked.batches })
  await layRemittances(tx, entries)
  await layCashCounts(tx, { office, points, year }, { ...counted, others: booked.entries })
  await layShareBackRuns(tx, office, shared.runs)
  await layYearEnd(tx, { office, groups, districts, today }, { ...yearEnd, year })
  await layAllocations(tx, { office, today, yearsAgo }, { ...allocated, year })
  await layReceiptForms(tx, { office, today, yearsAgo }, { year, entries })
  await closeMonths(tx, { office, year, today })
}

/** 締め: the months of past years, each on the 25th of the next month but one. */
async function closeMonths(
  tx: Tx,
  { office, year, today }: { office: DemoOffice; year: FiscalYear; today: LocalDate },
): Promise<void> {
  if (lastDayOf(year) >= today) return
  for (const { firstDay, lastDay } of fiscalMonths(year)) {
    const closedOn = addDays(lastDay, 55)
    if (closedOn >= today) continue
    await tx.fiscalPeriod.update({
      where: { fiscalYear_firstDay: { fiscalYear: year, firstDay: toDateColumn(firstDay) } },
      data: { closedAt: new Date(`${closedOn}T08:00:00Z`), closedById: office.accountant },
    })
  }
}

function associationsOf(districts: readonly DemoDistrict[]) {
  return districts.flatMap(({ associations }) => associations)
}
