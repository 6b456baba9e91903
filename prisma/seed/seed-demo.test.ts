import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicationContentSchema } from '@sasaeai/domain/community-chest/result/publication'
import { intakeDraftSchema } from '@sasaeai/domain/intake/intake-draft'
import { readIntakeDraft, supporterNumbersIn } from '@sasaeai/domain/intake/read-intake-draft'
import { readIntakeContext, readSupportersByNumber } from '@sasaeai/api/intake/read-intake-context'
import { payShareBack } from '@sasaeai/api/membership-dues/share-back/pay-share-back'
import { id } from '@sasaeai/domain/ids'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import { demoAccountant } from './demo-accountant.ts'
import { testOnlineGifts, testYearToldAgain } from './test-online-gifts.ts'
import { seedDemo } from './seed-demo.ts'

const today = localDate('2026-11-21')
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase('empty')
  expect(await seedDemo(database.ownerUrl, { today, scale: 0.05 })).toBe(true)
})
afterAll(() => database.drop())

async function figure(query: string): Promise<number> {
  const { rows } = await database.db.pool.query<{ figure: number }>(query)
  return rows[0]?.figure ?? 0
}

test('the demo is one council, marked as a demo, with its districts, people and three fiscal years', async () => {
  const { prisma } = database.db
  expect(await prisma.council.findMany({ select: { name: true, isDemo: true } })).toEqual([{ name: 'ささえ市社会福祉協議会', isDemo: true }])
  expect(await prisma.area.count({ where: { areaType: { name: '校区' } } })).toBe(46)
  expect(await prisma.area.count({ where: { areaType: { name: '自治会' } } })).toBeGreaterThan(350)
  expect(await prisma.fiscalYear.findMany({ orderBy: { year: 'asc' }, select: { year: true } })).toEqual([{ year: 2024 }, { year: 2025 }, { year: 2026 }])
  expect(await figure('SELECT (SELECT count(*) FROM indicator_review WHERE plan_review_id IS NOT NULL) + (SELECT count(DISTINCT area_id) FROM district_plan) AS figure')).toBe(2 * 5 * 2 + 46)
  expect(new Set((await prisma.user.findMany()).map((user) => user.role)).size).toBe(5)
})

test('every index and foreign key stands as the migrations made it, in force and checked', async () => {
  const untouched = await createTestDatabase('empty')
  const guardsOf = async ({ db }: TestDatabase) =>
    (
      await db.pool.query(`
        SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition, indisvalid AS "isInForce"
          FROM pg_index WHERE indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
        UNION ALL
        SELECT conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid), convalidated
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
        ORDER BY name`)
    ).rows
  const asMigrated = await guardsOf(untouched)
  await untouched.drop()
  expect(asMigrated.length).toBeGreaterThan(150)
  expect(await guardsOf(database)).toEqual(asMigrated)
})

test('the office knows what its gifts are, thanked for them, and some givers promised more; the newest gifts wait', async () => {
  expect(await figure('SELECT count(DISTINCT kind) AS figure FROM donation')).toBeGreaterThanOrEqual(4)
  expect(await figure("SELECT count(*) AS figure FROM donation WHERE kind = 'memorial' AND (deceased_name = '' OR mourner_name = '')")).toBe(0)
  expect(await figure('SELECT count(*) AS figure FROM thank_you_letter')).toBeGreaterThan(0)
  expect(await figure('SELECT count(*) AS figure FROM pledge')).toBe(3)
  expect(await figure(`SELECT count(*) AS figure FROM donation d JOIN journal_entry e ON e.id = d.entry_id WHERE e.entry_date > date '2026-11-07' AND e.source_kind NOT IN ('online_payment', 'correction')`)).toBe(0)
})

testOnlineGifts(() => database, today)

test('of the two drives one is given to online, under its own payee; the other leads to the 共同募金会', async () => {
  expect(await figure(`SELECT count(*) AS figure FROM online_payment p JOIN payout o ON o.id = p.payout_id AND o.entry_id IS NOT NULL JOIN online_gift g ON g.id = p.gift_id AND g.state = 'paid'`)).toBeGreaterThan(9)
  const targets = await database.db.prisma.givingTarget.findMany({ orderBy: { sequence: 'asc' }, include: { paymentAccount: true, campaign: true } })
  expect(targets).toHaveLength(10)
  expect(targets.at(-2)).toMatchObject({ slug: 'akaihane', instruction: '', externalUrl: expect.stringContaining('https://') })
  expect(targets.at(-1)).toMatchObject({ slug: 'saimatsu', campaign: { fiscalYear: 2026 }, paymentAccount: { code: 'chest' }, instruction: expect.stringContaining('第127号') })
})

test('the goals of the two drives sum to what was published, to the yen, in every year', async () => {
  const drives = await database.db.prisma.campaign.findMany({ where: { drive: { not: 'other' } }, include: { goals: { select: { targetYen: true } } } })
  expect(drives).toHaveLength(6)
  for (const { goalYen, goals } of drives) expect(goals.reduce((sum, { targetYen }) => sum + targetYen, 0n)).toBe(goalYen)
})

test('boxes and street collections are counted into the books, branches have officers and materials, in every year', async () => {
  expect(await figure(`SELECT count(*) AS figure FROM collection_point WHERE kind = 'box'`)).toBe(10)
  const years = `SELECT count(DISTINCT c.fiscal_year)::int AS figure FROM`
  expect(await figure(`${years} cash_count n JOIN campaign c ON c.id = n.campaign_id JOIN journal_entry e ON e.id = n.entry_id AND e.source_id = n.id::text`)).toBe(3)
  expect(await figure(`SELECT count(*) AS figure FROM cash_count n JOIN posting p ON p.entry_id = n.entry_id AND p.funding_source_id IS NOT NULL WHERE -p.amount_yen <> n.amount_yen`)).toBe(0)
  expect(await figure(`SELECT count(*) AS figure FROM collection_point_entry`)).toBeGreaterThan(75)
  expect(await figure(`${years} branch_officer o JOIN campaign c ON c.fiscal_year = o.fiscal_year`)).toBe(3)
  expect(await figure(`${years} campaign_material m JOIN campaign c ON c.id = m.campaign_id`)).toBe(3)
  expect(await figure(`SELECT count(*) AS figure FROM campaign_material WHERE returned > issued`)).toBe(0)
})

test('nothing is dated today or later, and past years are closed', async () => {
  expect(await figure(`SELECT count(*) AS figure FROM journal_entry WHERE entry_date >= '2026-11-21'`)).toBe(0)
  expect(
    await figure('SELECT count(*) AS figure FROM fiscal_period WHERE closed_at IS NULL AND fiscal_year < 2026'),
  ).toBe(0)
})

test('the kept totals agree with the postings, and numbers have no gaps', async () => {
  const difference = `SELECT count(*) AS figure FROM (
      SELECT fiscal_year, account_id, funding_source_id, campaign_id, collection_method_id, area_id, fund_id, dues_kind_id,
        dues_year, sum(amount_yen), sum(count), count(*) FROM posting GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
      EXCEPT SELECT fiscal_year, account_id, funding_source_id, campaign_id, collection_method_id, area_id, fund_id,
        dues_kind_id, dues_year, amount_yen, count, postings FROM funding_year_total) d`
  expect(await figure(difference)).toBe(0)
  expect(
    await figure(`SELECT count(*) AS figure FROM (
      SELECT fiscal_year FROM journal_entry GROUP BY 1 HAVING max(entry_number) <> count(*)) g`),
  ).toBe(0)
})

test('custody of the drives of past years has been remitted in full', async () => {
  expect(
    await figure(`SELECT coalesce(sum(abs(held)), 0)::bigint AS figure FROM (
      SELECT sum(p.amount_yen) AS held FROM posting p JOIN campaign c ON c.id = p.campaign_id
      WHERE c.fiscal_year < 2026 GROUP BY c.id) h`),
  ).toBe(0)
})

test('money of the drives was remitted by remittances, and companies have 預り証 for theirs, in gapless numbers', async () => {
  const { prisma } = database.db
  const remittances = await prisma.remittance.findMany({ include: { campaign: true, entry: true }, orderBy: [{ campaignId: 'asc' }, { sequence: 'asc' }] })
  expect(remittances.length).toBeGreaterThan(6)
  for (const { amountYen, campaign, entry, ...remittance } of remittances) {
    expect(entry).toMatchObject({ sourceKind: 'remittance', sourceId: remittance.id, kind: 'payment' })
    expect([amountYen > 0n, entry.description.startsWith(`${campaign.name} 送金 第`)]).toEqual([true, true])
  }
  for (const own of Map.groupBy(remittances, ({ campaignId }) => campaignId).values()) expect(own.map(({ sequence }) => sequence)).toEqual(own.map((_, index) => index + 1))
  const receipts = await prisma.interimReceipt.findMany({ orderBy: [{ fiscalYear: 'asc' }, { receiptNumber: 'asc' }] })
  expect(new Set(receipts.map(({ fiscalYear }) => fiscalYear))).toEqual(new Set([2024, 2025, 2026]))
  for (const own of Map.groupBy(receipts, ({ fiscalYear }) => fiscalYear).values()) expect(own.map(({ receiptNumber }) => receiptNumber)).toEqual(own.map((_, index) => index + 1))
  expect(receipts.filter(({ voidedAt }) => voidedAt !== null).length).toBeGreaterThan(0)
})

test('a posted batch reads back as what it became, and one of the open drafts foots', async () => {
  const { db } = database
  const context = await readIntakeContext({ db, now: () => new Date(`${today}T03:00:00Z`), newId: () => '' })
  const batches = await db.prisma.intakeBatch.findMany({ orderBy: { id: 'desc' }, take: 60 })
  for (const { status, draft: stored } of batches.filter(({ fiscalYear }) => fiscalYear === 2026)) {
    const draft = intakeDraftSchema.parse(stored)
    const supporters = await readSupportersByNumber(db.prisma, supporterNumbersIn(draft))
    expect({ draft, status, isPostable: readIntakeDraft(draft, context, supporters).isPostable }).toMatchObject({
      isPostable: true,
    })
  }
  const drafts = batches.filter(({ status }) => status === 'draft').map(({ draft }) => intakeDraftSchema.parse(draft))
  expect(drafts.map((draft) => readIntakeDraft(draft, context, new Map()).control.state).sort()).toEqual([
    'match',
    'mismatch',
  ])
})

test('every year has asked its members, in gapless numbers, and some dues came after their year', async () => {
  const { prisma } = database.db
  const requests = await prisma.duesRequest.findMany({ include: { _count: { select: { expectations: true } } } })
  expect(requests).toHaveLength(12)
  for (const { status, lastSlipNumber, _count } of requests) {
    expect({ status, lastSlipNumber }).toEqual({ status: 'fixed', lastSlipNumber: _count.expectations })
  }
  expect(await figure('SELECT count(*) AS figure FROM posting WHERE dues_year = fiscal_year - 1')).toBeGreaterThan(0)
  expect(await figure('SELECT count(*) AS figure FROM membership')).toBeGreaterThan(10)
  expect(await figure('SELECT count(*) AS figure FROM dues_material')).toBeGreaterThan(1_000)
  expect(await figure(`SELECT count(*) AS figure FROM outreach_event WHERE held_on >= '2026-11-21'`)).toBe(0)
})

test('還元金 of past years is paid, with what came late; this year it is calculated and still what the books say', async () => {
  const { prisma } = database.db
  const runs = await prisma.shareBackRun.findMany({ orderBy: [{ fiscalYear: 'asc' }, { sequence: 'asc' }] })
  expect(runs.map(({ fiscalYear, sequence, status }) => [fiscalYear, sequence, status])).toEqual([
    [2024, 1, 'posted'],
    [2024, 2, 'posted'],
    [2025, 1, 'posted'],
    [2025, 2, 'posted'],
    [2026, 1, 'draft'],
  ])
  const draft = runs.at(-1)?.id ?? ''
  const deps = { db: database.db, now: () => new Date(`${today}T03:00:00Z`), newId: () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) }
  const paid = await payShareBack(deps, await demoAccountant(database.db), { runId: id(draft), revision: 1, paidOn: localDate('2026-11-20') })
  expect(paid).toMatchObject({ ok: true })
})

test('a database that has a council is left alone', async () => {
  const before = await figure('SELECT count(*) AS figure FROM posting')
  expect(await seedDemo(database.ownerUrl, { today })).toBe(false)
  expect(await figure('SELECT count(*) AS figure FROM posting')).toBe(before)
})

test('the results of drives that are over were published in time, and say what the books say', async () => {
  const publications = await database.db.prisma.campaignPublication.findMany({ include: { campaign: true } })
  expect(publications.length).toBe(await figure(`SELECT count(*) AS figure FROM campaign WHERE drive <> 'other' AND closes_on < '2026-10-01'`))
  for (const { campaign, publishedOn, content } of publications) {
    expect(publishedOn <= new Date(campaign.closesOn.getTime() + 30 * 86_400_000)).toBe(true)
    const { collectedYen } = publicationContentSchema.parse(content)
    expect(collectedYen).toBeGreaterThan(0)
    expect(collectedYen).toBe(await figure(`SELECT -sum(amount_yen)::bigint AS figure FROM posting
      WHERE campaign_id = '${campaign.id}' AND funding_source_id IS NOT NULL AND entry_date <= '${publishedOn.toISOString().slice(0, 10)}'`))
  }
})

test('歳末 of past years was partly paid directly, a group and a class at a time; this year has applications and no decision yet', async () => {
  const byYear = async (query: string) => (await database.db.pool.query<{ year: number; figure: number }>(query)).rows.map(({ year, figure: count }) => [year, count > 0])
  const paidYears = [[2024, true], [2025, true]]
  expect(await byYear(`SELECT c.fiscal_year AS year, count(*) AS figure FROM grant_payment p JOIN grant_application a ON a.id = p.application_id
    JOIN grant_call c ON c.id = a.call_id GROUP BY 1 ORDER BY 1`)).toEqual(paidYears)
  expect(await byYear(`SELECT c.fiscal_year AS year, count(*) AS figure FROM relief_payment r JOIN grant_call c ON c.id = r.call_id GROUP BY 1 ORDER BY 1`)).toEqual(paidYears)
  expect(await figure(`SELECT count(*) AS figure FROM grant_application a JOIN grant_call c ON c.id = a.call_id WHERE c.fiscal_year = 2026`)).toBe(8)
  expect(await figure(`SELECT count(*) AS figure FROM grant_decision d JOIN grant_application a ON a.id = d.application_id
    JOIN grant_call c ON c.id = a.call_id WHERE c.fiscal_year = 2026`)).toBe(0)
  // Every entry of the two kinds stands behind a payment.
  expect(await figure(`SELECT count(*) AS figure FROM journal_entry WHERE source_kind IN ('grant_payment', 'relief_payment')
    AND id NOT IN (SELECT entry_id FROM grant_payment UNION SELECT entry_id FROM relief_payment)`)).toBe(0)
})

test('配分金 of three years: what came is in the books as 補助金, no more than was decided is used, one report is late', async () => {
  expect(await figure(`SELECT count(*)::int AS figure FROM allocation`)).toBe(8)
  // That of 歳末 is decided in December, which the present year has not reached.
  expect(await figure(`SELECT count(*)::int AS figure FROM allocation WHERE fiscal_year = 2026`)).toBe(2)
  const received = await figure('SELECT sum(amount_yen)::bigint AS figure FROM allocation_receipt')
  expect(received).toBe(await figure('SELECT sum(decided_yen)::bigint AS figure FROM allocation'))
  expect(await figure(`SELECT -sum(p.amount_yen)::bigint AS figure FROM posting p JOIN funding_source s ON s.id = p.funding_source_id
    WHERE s.code IN ('51', '52') AND s.category = 'subsidy'`)).toBe(received)
  expect(await figure(`SELECT count(*)::int AS figure FROM allocation a
    WHERE decided_yen < (SELECT coalesce(sum(amount_yen), 0) FROM allocation_use u WHERE u.allocation_id = a.id)`)).toBe(0)
  expect(await figure(`SELECT count(*)::int AS figure FROM allocation_use WHERE reported_on IS NULL AND report_due_on < '${today}'`)).toBe(1)
})

test('領収書用紙: a block a year, each form for one gift that stands; those of years long past are all used up or returned', async () => {
  expect(await figure('SELECT count(*)::int AS figure FROM receipt_form_block')).toBe(3)
  expect(await figure(`SELECT count(*)::int AS figure FROM receipt_form WHERE state = 'issued'`)).toBeGreaterThan(3)
  expect(await figure(`SELECT count(*)::int AS figure FROM receipt_form f JOIN journal_entry u ON u.reverses_entry_id = f.entry_id`)).toBe(0)
  expect(await figure(`SELECT count(*)::int AS figure FROM receipt_form WHERE recipient = '' AND state = 'issued'`)).toBe(0)
  expect(await figure(`SELECT count(*)::int AS figure FROM receipt_form f JOIN receipt_form_block b ON b.id = f.block_id WHERE b.fiscal_year = 2024`)).toBe(50)
  expect(await figure('SELECT count(DISTINCT entry_id)::int - count(entry_id)::int AS figure FROM receipt_form')).toBe(0)
})

test('善意銀行 has food and care goods in its stock, money that went out after a committee, and nothing named on what went out', async () => {
  expect(await figure('SELECT count(*)::int AS figure FROM goodwill_deposit')).toBe(8)
  expect(await figure('SELECT count(*)::int AS figure FROM goodwill_withdrawal')).toBe(7)
  expect(await figure('SELECT count(*)::int AS figure FROM goods_lot WHERE held > 0')).toBeGreaterThan(8)
  expect(await figure(`SELECT count(*)::int AS figure FROM goods_lot l WHERE held <> (SELECT coalesce(sum(quantity), 0) FROM goods_movement m WHERE m.lot_id = l.id)`)).toBe(0)
  expect(await figure(`SELECT money_yen::int AS figure FROM goodwill_withdrawal WHERE committee_id IS NOT NULL`)).toBe(60_000)
})

test('gifts are of every kind that a desk sees often, and what was counted explains its difference', async () => {
  const kinds = await database.db.pool.query<{ kind: string }>('SELECT DISTINCT kind::text FROM donation')
  expect(kinds.rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['general', 'designated', 'memorial', 'celebration', 'event', 'monthly']))
  expect(await figure(`SELECT count(*)::int AS figure FROM donation WHERE (kind IN ('celebration', 'event')) <> (occasion <> '')`)).toBe(0)
  expect(await figure(`SELECT count(*)::int AS figure FROM goods_count WHERE counted_quantity <> book_quantity AND explanation <> ''`)).toBe(1)
})

testYearToldAgain(() => database, today)
