import { type Db, openDatabase } from '@sasaeai/db/database'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import type { CampaignId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { postContribution } from '../../ledger/post-contribution.ts'
import { postEntryAlone } from '../../ledger/post-entries.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { closeCampaign, reopenCampaign } from './close-campaign.ts'

let database: TestDatabase
let council: ACouncil
let campaignId: CampaignId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  campaignId = council.campaign('赤い羽根共同募金')
})
afterAll(() => database.drop())

const close = (deps = council.deps) => closeCampaign(deps, council.actors.accountant, { campaignId })
const reopen = (deps = council.deps) => reopenCampaign(deps, council.actors.accountant, { campaignId })

function collect(amountYen: number, deps = council.deps) {
  return postContribution(deps, council.actors.accountant, aSlip(council, {
    fundingSourceId: council.source('共同募金'), campaignId, collectionMethodId: council.method('戸別募金'), duesKindId: undefined,
    amountYen: yen(amountYen),
  }))
}

async function handOver(amountYen: number, deps = council.deps): Promise<void> {
  const id = journalEntryIdSchema.parse(deps.newId())
  const entry = {
    id, kind: 'payment', sourceKind: 'remittance', sourceId: deps.newId(), entryDate: localDate('2026-10-15'), description: '送金',
    searchText: '', postedById: council.actors.accountant.userId,
    postings: [
      { accountId: council.account('預り金（共同募金）'), campaignId, amountYen: yen(amountYen) },
      { accountId: council.account('現金'), amountYen: yen(-amountYen) },
    ],
  } as const
  await postEntryAlone(deps, council.actors.accountant, {
    entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: id },
  })
}

const heldYen = async ({ pool }: Db) => {
  const { rows } = await pool.query<{ held: number; isClosed: boolean }>(
    `SELECT (SELECT -coalesce(sum(amount_yen), 0) FROM posting WHERE campaign_id = c.id AND account_id = c.custody_account_id)::bigint AS held,
       closed_on IS NOT NULL AS "isClosed" FROM campaign c WHERE id = $1`, [campaignId])
  return rows[0] ?? { held: 0, isClosed: false }
}

test('a drive that holds money is not closed, and the sentence says how much', async () => {
  await collect(25_500)
  const refused = await close()
  expect(refused).toEqual({ ok: false, code: 'campaign_holds_money', about: '預り金が25,500円残っています。' })
  expect(refused.ok ? '' : failureMessage(refused)).toBe('預り金が25,500円残っています。送金または直接支払で預り金を0円にしてから締めてください。')
  await handOver(25_500)
  expect(await close()).toMatchObject({ ok: true })
  // Nothing comes in any more, and nothing is taken back. Who knows of the closing says so; else the database does.
  const late = await collect(100)
  expect(['campaign_unusable', 'campaign_closed']).toContain(late.ok ? 'booked' : late.code)
  const { id } = await database.db.prisma.journalEntry.findFirstOrThrow({ where: { kind: 'receipt' } })
  const undo = await reverseEntry(council.deps, council.actors.accountant, {
    entryId: journalEntryIdSchema.parse(id), reversalDate: localDate('2026-10-15'), reason: '誤り',
  })
  expect(undo).toMatchObject({ ok: false, code: 'campaign_closed' })
  expect(await close()).toMatchObject({ ok: true })
  expect(await reopen()).toMatchObject({ ok: true })
  expect(await database.db.prisma.auditEvent.findMany({ where: { subjectId: campaignId }, select: { action: true }, orderBy: { id: 'asc' } })).toEqual([
    { action: 'campaign.close' }, { action: 'campaign.reopen' },
  ])
})

test('closings that race with those who post never leave a closed drive that holds money', async () => {
  const desks: Deps[] = Array.from({ length: 8 }, () => ({ ...council.deps, db: openDatabase(database.ownerUrl) }))
  let closings = 0
  for (let round = 0; round < 6; round += 1) {
    const acts = desks.map(async (deps, desk) => {
      if (desk % 2 === 1) {
        const posted = await collect(100, deps)
        if (posted.ok) await handOver(100, deps)
        return
      }
      // Tried again and again, so that some come before, some between and some after those who post.
      for (let tries = 0; tries < 8; tries += 1) if ((await close(deps)).ok) closings += 1
    })
    await Promise.allSettled(acts)
    const { held, isClosed } = await heldYen(database.db)
    expect(isClosed && held !== 0).toBe(false)
    await reopen()
    // What a refused handing over has left is handed over before the next round.
    if (held !== 0) await handOver(held)
  }
  expect(closings).toBeGreaterThan(0)
  await Promise.all(desks.map(({ db }) => db.close()))
})
