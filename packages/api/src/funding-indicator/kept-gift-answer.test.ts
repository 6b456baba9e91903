import { groundAt } from '@sasaeai/db/ground-at'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { donationDetailsSchema } from '@sasaeai/domain/donation/gift/donation-details'
import { id, type JournalEntryId, type SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postGift } from '../donation/gift/post-gift.ts'
import { saveDonation } from '../donation/gift/save-donation.ts'
import { ofNow, readReportMoment } from '../ledger/report-moment.ts'
import { reverseEntry } from '../ledger/reverse-entry.ts'
import { createSupporter } from '../supporter/create-supporter.ts'
import { mergeSupporters } from '../supporter/merge/merge-supporters.ts'
import { undoMerge } from '../supporter/merge/undo-merge.ts'
import { readDonationYear } from './donation-year/read-donation-year.ts'
import { readGiftSchedule } from './statutory-paper/read-gift-schedule.ts'

let database: TestDatabase
let council: ACouncil
let channelId: string
let byDoor: JournalEntryId
const givers: SupporterId[] = []
const gifts: JournalEntryId[] = []
const asked = { fiscalYear: fiscalYear(2026), asOf: localDate('2026-12-31') }

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const { deps, actors } = council
  for (const name of ['寄附 一子', '寄附 二子', '寄附 三子']) {
    givers.push((await done(createSupporter(deps, actors.accountant, supporterDetailsSchema.parse({ kind: 'person', name, kana: 'キフ' })))).supporterId)
  }
  channelId = (await database.db.prisma.donationChannel.findFirstOrThrow({ orderBy: { code: 'asc' } })).id
  const [one = null, two = null, three = null] = givers
  for (const [supporterId, amountYen] of [[one, 5_000], [two, 8_000], [three, 30_000], [one, 2_500]] as const) gifts.push(await give(supporterId, amountYen))
  const { duesKindId: _dues, ...slip } = aSlip(council)
  byDoor = (await bookSlip(council, { ...slip, fundingSourceId: council.source('寄附金'), amountYen: yen(700), count: 1, entryDate: localDate('2026-10-09') })).id
})
afterAll(() => database.drop())

async function give(supporterId: SupporterId | null, amountYen: number): Promise<JournalEntryId> {
  const gift = aGift(council, { supporterId, receivedOn: '2026-10-03', shares: [[null, amountYen], [council.fund('子ども食堂応援'), 100]], details: { consent: 'named' } })
  return (await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift }))).id
}

/** What the report says of the gifts, and what plain SQL over the books and the notes says. */
async function reported(moment?: string) {
  const { kinds, channels, figures, total } = await readDonationYear(council.deps, asked, await readReportMoment(council.deps, moment))
  return {
    kinds: kinds.map(({ key, count, amountYen }) => `${key} ${count} ${amountYen}`).toSorted(),
    channels: channels.map(({ key, name, count, amountYen }) => `${key} ${name} ${count} ${amountYen}`).toSorted(),
    givers: figures.now.givers, unnamed: figures.now.unnamed, batches: figures.now.batches, total: total.amountYen,
  }
}

async function counted(moment: string | null = null) {
  const { rows } = await groundAt(database.db, moment === null ? null : new Date(moment)).pool.query<{ kinds: string[]; channels: string[]; givers: number; unnamed: number; batches: number; total: number }>(
    `WITH line AS (
      SELECT e.id, e.kind AS act, coalesce(e.reverses_entry_id, e.id) AS gift_id, -sum(p.amount_yen) AS yen,
          max(abs(p.count)) > 1 OR bool_or(coalesce(m.count_meaning = 'households', false)) AS is_batch,
          EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_entry_id = e.id AND ($1::timestamptz IS NULL OR r.posted_at <= $1)) AS is_undone
        FROM posting p JOIN journal_entry e ON e.id = p.entry_id JOIN funding_source s ON s.id = p.funding_source_id AND s.category = 'donation'
          LEFT JOIN collection_method m ON m.id = p.collection_method_id
        WHERE e.fiscal_year = 2026 AND ($1::timestamptz IS NULL OR e.posted_at <= $1) GROUP BY e.id),
    gift AS (
      SELECT l.*, CASE l.act WHEN 'reversal' THEN -1 ELSE 1 END AS sign, coalesce(d.kind::text, 'general') AS kind, d.channel_id, h.name AS channel, coalesce(u.merged_into_id, u.id) AS giver,
          coalesce(v.kind = 'anonymous', true) AS is_unnamed
        FROM line l JOIN journal_entry g ON g.id = l.gift_id LEFT JOIN donation d ON d.entry_id = g.id LEFT JOIN donation_channel h ON h.id = d.channel_id
          LEFT JOIN supporter u ON u.id = g.payer_id LEFT JOIN supporter v ON v.id = coalesce(u.merged_into_id, u.id))
    SELECT (SELECT array_agg(concat_ws(' ', kind, count, yen)) FROM (SELECT kind, sum(sign) AS count, sum(yen) AS yen FROM gift GROUP BY kind) k) AS kinds,
      (SELECT array_agg(concat_ws(' ', coalesce(channel_id::text, ''), coalesce(channel, '未記入'), count, yen))
        FROM (SELECT channel_id, channel, sum(sign) AS count, sum(yen) AS yen FROM gift GROUP BY 1, 2) c) AS channels,
      (SELECT count(DISTINCT giver)::int FROM gift WHERE act <> 'reversal' AND NOT is_undone AND NOT is_unnamed) AS givers,
      (SELECT count(*)::int FROM gift WHERE act <> 'reversal' AND NOT is_undone AND NOT is_batch AND is_unnamed) AS unnamed,
      (SELECT count(*)::int FROM gift WHERE act <> 'reversal' AND NOT is_undone AND is_batch) AS batches,
      (SELECT sum(yen)::bigint FROM gift) AS total`,
    [moment],
  )
  const [row] = rows
  if (row === undefined) throw new Error('nothing was counted')
  return { ...row, kinds: row.kinds.toSorted(), channels: row.channels.toSorted() }
}

async function giftVersion(): Promise<number> {
  const { rows } = await database.db.pool.query<{ gift_version: number }>('SELECT gift_version FROM ground_version')
  return rows[0]?.gift_version ?? 0
}

const plain = (sql: string, ...values: unknown[]) => database.db.pool.query(sql, values)

function save(entryId: JournalEntryId, revision: number | null, details: object) {
  return done(saveDonation(council.deps, council.actors.accountant, { entryId, revision, details: donationDetailsSchema.parse(details) }))
}

test('whatever changes of gifts without a posting is in the report at once, now and as of a moment', async () => {
  const { deps, actors } = council
  const [one, two, three] = givers
  const [first, , third] = gifts
  if (one === undefined || two === undefined || three === undefined || first === undefined || third === undefined) throw new Error('the gifts are missing')
  const moment = new Date((await database.db.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')).rows[0]?.now ?? 0).toISOString()
  const steps: readonly (readonly [what: string, act: () => Promise<unknown>])[] = [
    ['nothing', async () => undefined],
    ['種類 and きっかけ are written otherwise', () => save(first, 1, { kind: 'memorial', channelId, consent: 'named' })],
    ['a gift from another door is completed', () => save(byDoor, null, { kind: 'event', channelId })],
    ['the channel has another name', () => plain(`UPDATE donation_channel SET name = '窓口の呼びかけ' WHERE id = $1`, channelId)],
    ['two are one', async () => {
      const { rows } = await database.db.pool.query<{ revision: number }>('SELECT revision FROM supporter WHERE id = ANY ($1)', [[one, two]])
      const [survivorRevision = 1, mergedRevision = 1] = rows.map(({ revision }) => revision)
      await done(mergeSupporters(deps, actors.accountant, {
        mergeId: id(deps.newId()), survivorId: one, mergedId: two, survivorRevision, mergedRevision, details: supporterDetailsSchema.parse({ kind: 'person', name: '寄附 一子', kana: 'キフ' }), reason: '',
      }))
    }],
    ['they are two again', async () => {
      const { id: mergeId } = await database.db.prisma.supporterMerge.findFirstOrThrow()
      await done(undoMerge(deps, actors.accountant, { mergeId: id(mergeId), reason: '別の人' }))
    }],
    ['a giver is nobody in particular', () => plain(`UPDATE supporter SET kind = 'anonymous' WHERE id = $1`, three)],
    ['a gift is undone', () => done(reverseEntry(deps, actors.accountant, { entryId: third, reversalDate: localDate('2026-10-20'), reason: '二重の記帳' }))],
  ]
  const seen = new Set<string>()
  for (const [what, act] of steps) {
    await act()
    const now = await counted()
    expect({ what, ...(await reported()) }).toEqual({ what, ...now })
    expect({ what, ...(await reported(moment)) }).toEqual({ what, ...(await counted(moment)) })
    seen.add(JSON.stringify(now))
  }
  // Each of them has made a difference; to part who was merged takes one back.
  expect(seen.size).toBe(steps.length - 1)
})

test('the register, what 別紙3② was told and the purpose of a method are seen at once, too', async () => {
  const [one] = givers
  const [first] = gifts
  const rowsOf = async () => (await readGiftSchedule(council.deps, asked, ofNow)).sections.flatMap(({ section, rows }) => rows.map(({ attribute, capitalYen }) => `${section} ${attribute} ${capitalYen}`))
  expect(await rowsOf()).not.toContain('current beneficiary 0')
  await plain(`UPDATE supporter SET attribute = 'beneficiary' WHERE id = $1`, one)
  expect(await rowsOf()).toContain('current beneficiary 0')
  await plain(`INSERT INTO gift_schedule_note (id, entry_id, section, capital_yen, recorded_by_id) SELECT gen_random_uuid(), $1, 'facility', 1000, id FROM user_account LIMIT 1`, first)
  expect(await rowsOf()).toContain('facility beneficiary 1000')

  const method = council.method('戸別募金')
  const { duesKindId: _dues, ...slip } = aSlip(council)
  await bookSlip(council, { ...slip, fundingSourceId: council.source('寄附金'), amountYen: yen(900), count: 1, collectionMethodId: method, entryDate: localDate('2026-10-10') })
  const before = await reported()
  await plain(`UPDATE collection_method SET count_meaning = CASE count_meaning WHEN 'households' THEN 'givers' ELSE 'households' END::count_meaning WHERE id = $1`, method)
  expect((await reported()).batches).not.toBe(before.batches)
  expect(await reported()).toEqual(await counted())
})

test('who posts a gift with all that is known of it raises no version that others who post would wait for', async () => {
  const before = await giftVersion()
  const entryId = await give(givers[1] ?? null, 1_200)
  expect(await giftVersion()).toBe(before)
  expect(await reported()).toEqual(await counted())
  await save(entryId, 1, { kind: 'celebration' })
  expect(await giftVersion()).toBe(before + 1)
})
