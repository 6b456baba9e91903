import { setTimeout as pause } from 'node:timers/promises'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, MembershipId } from '@sasaeai/domain/ids'
import { joinSchema } from '@sasaeai/domain/membership-dues/member/membership-input'
import { prospectDetailsSchema } from '@sasaeai/domain/membership-dues/prospect/prospect-input'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { aMember, anAsking } from '@sasaeai/testing/an-asking'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { issueReceipt } from '../../receipt/issue-receipt.ts'
import { voidReceipt } from '../../receipt/void-receipt.ts'
import { readProspects } from '../prospect/prospect-queries.ts'
import { saveProspect } from '../prospect/save-prospect.ts'
import { joinMember } from './join-member.ts'
import { leaveMembership } from './leave-membership.ts'
import { readMember } from './member-queries.ts'
import { undoJoining } from './undo-joining.ts'

let database: TestDatabase
let council: ACouncil
let member: Awaited<ReturnType<typeof aMember>>

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  member = await aMember(council, { name: '株式会社ささえ', duesKindId: council.duesKind('法人会費'), units: 2 })
})
afterEach(() => database.drop())

const undo = (membershipId: MembershipId = member.membershipId, revision = 1) =>
  undoJoining(council.deps, council.actors.receptionist, { membershipId, revision })
const isThere = async () => (await readMember(council.deps, member.membershipId)) !== null
const pay = () => bookSlip(council, aSlip(council, { areaId: undefined, supporterId: member.supporterId, duesKindId: council.duesKind('法人会費'), count: 2 }))
const reverse = (entryId: JournalEntryId) =>
  reverseEntry(council.deps, council.actors.accountant, { entryId, reversalDate: localDate('2026-10-15'), reason: '別の会社の納入だった' })

test('a membership that nobody relies on is gone with its 口, the supporter stays, and the log tells what it was', async () => {
  expect(await undo(member.membershipId, 2)).toEqual({ ok: false, code: 'changed_meanwhile' })
  expect(await undo()).toEqual({ ok: true, value: { membershipId: member.membershipId } })
  expect(await isThere()).toBe(false)
  expect(await undo()).toEqual({ ok: false, code: 'membership_not_found' })
  expect(await database.db.prisma.supporter.count({ where: { id: member.supporterId } })).toBe(1)
  const [event] = await database.db.prisma.auditEvent.findMany({ where: { subjectId: member.membershipId } })
  expect(event).toMatchObject({ action: 'membership.undo_join', before: { supporterId: member.supporterId, joinedOn: '2026-04-01', leftOn: null } })
})

test('who has paid stays; a payment that was taken back keeps nobody, unless a receipt was written for it', async () => {
  const { id: entryId } = await pay()
  expect(await undo()).toEqual({ ok: false, code: 'membership_paid' })
  const receipt = await issueReceipt(council.deps, council.actors.accountant, { entryIds: [entryId] })
  if (!receipt.ok) throw new Error(receipt.code)
  await voidReceipt(council.deps, council.actors.accountant, { receiptId: receipt.value.receiptId, reason: '宛名の誤り' })
  await reverse(entryId)
  expect(await undo()).toEqual({ ok: false, code: 'membership_paid' })
  const other = await aMember(council, { name: '有限会社ひよし', duesKindId: council.duesKind('法人会費'), units: 1 })
  const slip = await bookSlip(council, aSlip(council, { areaId: undefined, supporterId: other.supporterId, duesKindId: council.duesKind('法人会費') }))
  await reverse(slip.id)
  expect(await undo(other.membershipId)).toMatchObject({ ok: true })
})

test('dues of the years of an earlier membership are not this one’s', async () => {
  const { deps, actors } = council
  await database.db.prisma.fiscalYear.create({ data: { year: 2027 } })
  await pay()
  await leaveMembership(deps, actors.receptionist, { membershipId: member.membershipId, revision: 1, leftOn: localDate('2027-03-31'), reason: '不明' })
  const again = await joinMember(deps, actors.receptionist, joinSchema.parse({
    supporterId: member.supporterId, duesKindId: council.duesKind('法人会費'), route: 'direct', joinedOn: '2027-04-01', units: '2',
  }))
  if (!again.ok) throw new Error(again.code)
  expect(await undo(again.value.membershipId)).toMatchObject({ ok: true })
  expect(await undo(member.membershipId, 2)).toEqual({ ok: false, code: 'membership_paid' })
})

test('a fixed request keeps its member, one that is being prepared lets it go', async () => {
  const { membershipId } = member
  await anAsking(council, council.duesKind('法人会費'), [{ membershipId, units: 2, expectedYen: 10_000 }])
  expect(await undo()).toEqual({ ok: false, code: 'membership_asked' })
  expect((await readMember(council.deps, membershipId))?.units).toHaveLength(1)
  await database.db.prisma.duesRequest.updateMany({ data: { status: 'draft', fixedAt: null, fixedById: null } })
  expect(await undo()).toMatchObject({ ok: true })
  expect(await database.db.prisma.duesExpectation.count()).toBe(0)
})

test('a prospect that had become this member by mistake can be worked on again', async () => {
  const { deps, actors } = council
  const duesKindId = council.duesKind('特別会費')
  const details = prospectDetailsSchema.parse({ supporterId: member.supporterId, duesKindId, stage: 'approached', hopedUnits: '1', responsibleId: '' })
  await saveProspect(deps, actors.receptionist, { change: null, details })
  const joined = await joinMember(deps, actors.receptionist, joinSchema.parse({ supporterId: member.supporterId, duesKindId, route: 'direct', joinedOn: '2026-10-01', units: '1' }))
  if (!joined.ok) throw new Error(joined.code)
  expect((await readProspects(deps, { withClosed: false })).prospects).toEqual([])
  await undo(joined.value.membershipId)
  expect((await readProspects(deps, { withClosed: false })).prospects).toMatchObject([{ stage: 'considering' }])
})

test('a payment that is being booked at that moment is waited for', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$`)
  await owner.query('CREATE TRIGGER zz_dawdle AFTER INSERT ON posting FOR EACH STATEMENT EXECUTE FUNCTION dawdle()')
  const paying = pay()
  const dawdling = () => owner.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'")
  while ((await dawdling()).rowCount === 0) await pause(20)
  await owner.end()
  expect(await undo()).toEqual({ ok: false, code: 'membership_paid' })
  await paying
  expect(await isThere()).toBe(true)
})
