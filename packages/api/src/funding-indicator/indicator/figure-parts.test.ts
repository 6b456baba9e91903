import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type ComputationKey, computations } from '@sasaeai/domain/funding-indicator/indicator/computations'
import type { FigurePart } from '@sasaeai/domain/funding-indicator/indicator/figure-part'
import { id } from '@sasaeai/domain/ids'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { membershipListSchema } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aMember } from '@sasaeai/testing/an-asking'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { payFromCustody } from '@sasaeai/testing/pay-from-custody'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { postGift } from '../../donation/gift/post-gift.ts'
import { totalPostings } from '../../ledger/posting-totals.ts'
import { ofNow, readReportMoment, type ReportMoment } from '../../ledger/report-moment.ts'
import { selectBookedPostings } from '../../ledger/select-postings.ts'
import { listMembers } from '../../membership-dues/member/list-members.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { readRetention } from '../executive/read-retention.ts'
import { readIndicatorFacts } from './read-indicator-facts.ts'

let database: TestDatabase
let council: ACouncil
const year = fiscalYear(2026)

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const { deps, actors } = council
  await done(openFiscalYear(deps, actors.administrator, { year: fiscalYear(2025), copyCampaigns: true, campaignGoals: 'none', copyHouseholds: false, copyTargets: false, copyDuesTerms: false }))
})
afterAll(() => database.drop())

test('what is held of each drive opens what came in and what went out of it, until the end of the year that is asked for', async () => {
  const last = await database.db.prisma.campaign.findFirstOrThrow({ where: { name: '赤い羽根共同募金', fiscalYear: 2025 } })
  await bookSlip(council, aChestSlip(council, { campaignId: council.campaign('赤い羽根共同募金'), entryDate: localDate('2026-10-05'), amountYen: yen(70_000) }))
  await bookSlip(council, aChestSlip(council, { campaignId: id<'CampaignId'>(last.id), entryDate: localDate('2025-10-05'), amountYen: yen(30_000) }))
  const before = await readReportMoment(council.deps, new Date().toISOString())
  await payFromCustody(council, { campaign: '赤い羽根共同募金', account: '預り金（共同募金）', on: localDate('2026-10-12'), amountYen: 60_000, description: '直接支払' })
  expect(await printedParts(['custody_held'], 2026)).toMatchInlineSnapshot(`
    数                                        値  開いた一覧
    赤い羽根共同募金（令和7年度）の預り金  30000       30000
    赤い羽根共同募金（令和8年度）の預り金  10000       10000
  `)
  expect(await printedParts(['custody_held'], 2025)).toMatchInlineSnapshot(`
    数                                        値  開いた一覧
    赤い羽根共同募金（令和7年度）の預り金  30000       30000
  `)
  expect(await printedParts(['custody_held'], 2026, before)).toMatchInlineSnapshot(`
    数                                        値  開いた一覧
    赤い羽根共同募金（令和7年度）の預り金  30000       30000
    赤い羽根共同募金（令和8年度）の預り金  70000       70000
  `)
})

test('members and givers behind a rate are a list each, as long as the number says', async () => {
  const duesKindId = council.duesKind('法人会費')
  const spans = [['2020-04-01', '2027-03-31'], ['2020-04-01', '2026-03-31'], ['2020-04-01', '2026-06-30'], ['2026-05-01', null], ['2026-05-01', '2026-07-31'], ['2026-04-01', '2026-04-30']] as const
  for (const [place, [joinedOn, leftOn]] of spans.entries()) {
    const { membershipId } = await aMember(council, { name: `商店${place}`, duesKindId, units: 1 })
    const since = toDateColumn(localDate(joinedOn))
    await database.db.prisma.membership.update({ where: { id: membershipId }, data: { joinedOn: since, leftOn: leftOn === null ? null : toDateColumn(localDate(leftOn)) } })
    await database.db.prisma.membershipUnits.updateMany({ where: { membershipId }, data: { effectiveOn: since } })
  }
  for (const years of [[2025], [2025, 2026], [2026]]) {
    const { supporterId } = await done(createSupporter(council.deps, council.actors.accountant, supporterDetailsSchema.parse({ kind: 'person', name: `寄附者${years.join('・')}`, kana: 'キフ' })))
    for (const each of years) await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift: aGift(council, { supporterId, receivedOn: `${each}-06-10` }) }))
  }
  const then = await printedParts(ofPeople, 2026)
  expect(then).toMatchInlineSnapshot(`
    数                                    値  開いた一覧
    法人会費の新規                         1           1
    法人会費の再入会                       0           0
    法人会費に入会し、同じ年度に退会       2           —
    年度のうちに退会した法人会費の会員     3           3
    そのうち続いている法人会費の会員       1           1
    前年度末の法人会費の会員               2           2
    そのうち今年度も寄附した方             1           1
    前年度に寄附した方                     2           2
    前年度は寄附し、今年度はまだの方       1           1
    以前は寄附し、前年度も今年度もない方   0           0
  `)
  const moment = await readReportMoment(council.deps, await momentOfBooks(database.db))
  const seen = await listedParts(ofPeople, 2026, moment)
  for (const [, value, listed] of seen) expect(['—', value]).toContain(listed)
  // One leaves after all, one has not left, one was never a member, and one more is told of.
  const { membership } = database.db.prisma
  const memberships = new Map((await membership.findMany({ where: { duesKindId }, include: { supporter: true } })).map((each) => [each.supporter.name, each]))
  const put = (name: string, leftOn: string | null) => membership.update({ where: { id: memberships.get(name)?.id ?? '' }, data: { leftOn: leftOn === null ? null : toDateColumn(localDate(leftOn)) } })
  await put('商店0', '2026-08-31')
  await put('商店1', null)
  const mistaken = { membershipId: memberships.get('商店3')?.id ?? '' }
  await database.db.prisma.membershipUnits.deleteMany({ where: mistaken })
  await membership.delete({ where: { id: mistaken.membershipId } })
  await aMember(council, { name: '商店6', duesKindId, units: 1 })
  expect(await printedParts(ofPeople, 2026)).not.toBe(then)
  expect(await listedParts(ofPeople, 2026, moment)).toEqual(seen)
})

const ofPeople = ['members_joined', 'members_left', 'member_retention', 'donor_retention', 'donor_lybunt', 'donor_sybunt'] as const

/** Every part of the formulas with what its list comes to. */
async function printedParts(keys: readonly ComputationKey[], of: number, at: ReportMoment = ofNow): Promise<string> {
  return printedTable([{ heading: '数' }, { heading: '値', isRight: true }, { heading: '開いた一覧', isRight: true }], await listedParts(keys, of, at))
}

async function listedParts(keys: readonly ComputationKey[], of: number, at: ReportMoment): Promise<string[][]> {
  const facts = (await readIndicatorFacts(council.deps, { years: [fiscalYear(2025), year], at })).get(fiscalYear(of))
  if (facts === undefined) throw new Error(`nothing is known of ${of}`)
  const rows: string[][] = []
  for (const key of keys) {
    const computed = computations[key].compute(facts, {})
    for (const part of [...(computed?.numerator ?? []), ...(computed?.denominator ?? [])]) rows.push([part.label, String(part.value), await inList(part, { at, postedUntil: facts.cut.postedUntil })])
  }
  return rows
}

async function inList({ openTo, list }: FigurePart, { at, postedUntil }: { at: ReportMoment; postedUntil: PostingMoment | undefined }): Promise<string> {
  const { deps } = council
  if (openTo !== null) {
    const { selection } = await selectBookedPostings(deps.db, { ...openTo, postedUntil })
    return String((await totalPostings(deps.db, selection)).totalYen)
  }
  if (list === undefined || list === null) return '—'
  if (list.of === 'givers') return String((await readRetention(deps, { fiscalYear: list.fiscalYear, at }))[list.standing])
  const { fiscalYear: asked, duesKindId, state } = list
  // Of a past moment whenever it is asked for: later days have no part in it.
  const asking = at.moment === null ? deps : { ...deps, now: () => new Date(Date.UTC(2030, 0)) }
  return String((await listMembers(asking, membershipListSchema.parse({ fiscalYear: asked, duesKindId, state, postedUntil }))).totals?.count)
}
