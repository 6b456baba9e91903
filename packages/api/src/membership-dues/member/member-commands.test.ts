import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { MembershipId, SupporterId } from '@sasaeai/domain/ids'
import { joinSchema } from '@sasaeai/domain/membership-dues/member/membership-input'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { changeRoute } from './change-route.ts'
import { changeUnits } from './change-units.ts'
import { editMembership } from './edit-membership.ts'
import { joinMember } from './join-member.ts'
import { leaveMembership, undoLeaving } from './leave-membership.ts'
import { readMember } from './member-queries.ts'

let database: TestDatabase
let council: ACouncil
let supporterId: SupporterId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
beforeEach(async () => {
  const company = supporterDetailsSchema.parse({ kind: 'organization', name: '株式会社ささえ', kana: 'ササエ' })
  const created = await createSupporter(council.deps, council.actors.receptionist, company)
  if (!created.ok) throw new Error(created.code)
  ;({ supporterId } = created.value)
})
afterAll(() => database.drop())

const joining = (change: Record<string, unknown> = {}) =>
  joinSchema.parse({
    supporterId,
    duesKindId: council.duesKind('法人会費'),
    route: 'direct',
    joinedOn: '2026-05-10',
    units: '2',
    ...change,
  })

async function join(change: Record<string, unknown> = {}): Promise<MembershipId> {
  const joined = await joinMember(council.deps, council.actors.receptionist, joining(change))
  if (!joined.ok) throw new Error(joined.code)
  return joined.value.membershipId
}

const read = async (membershipId: MembershipId) => {
  const member = await readMember(council.deps, membershipId)
  if (member === null) throw new Error('the member under test is missing')
  return member
}

test('a supporter is a member of a kind once at a time, even when eight people press at once', async () => {
  const { deps, actors } = council
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => joinMember(deps, actors.receptionist, joining())))
  const codes = outcomes.map((outcome) => (outcome.ok ? 'joined' : outcome.code)).sort()
  expect(codes).toEqual(['joined', ...Array.from({ length: 7 }, () => 'membership_overlaps')])
  // Another kind at the same time is another matter.
  expect(await joinMember(deps, actors.receptionist, joining({ duesKindId: council.duesKind('特別会費') }))).toMatchObject({ ok: true })
})

test('an older revision is refused, and what it wanted is not half done', async () => {
  const { deps, actors } = council
  const membershipId = await join()
  const change = { membershipId, revision: 1, effectiveOn: localDate('2026-10-01') }
  expect(await changeUnits(deps, actors.receptionist, { ...change, units: 4 })).toEqual({ ok: true, value: { revision: 2 } })
  expect(await changeUnits(deps, actors.accountant, { ...change, units: 9 })).toEqual({ ok: false, code: 'changed_meanwhile' })
  expect(await read(membershipId)).toMatchObject({
    revision: 2,
    units: [{ effectiveOn: '2026-10-01', units: 4 }, { effectiveOn: '2026-05-10', units: 2 }],
  })
})

test('of two changes at once exactly one is taken', async () => {
  const { deps, actors } = council
  const membershipId = await join()
  const leaving = { membershipId, revision: 1, reason: '廃業・解散' }
  const outcomes = await Promise.all(
    ['2026-06-30', '2026-07-31', '2026-08-31'].map((leftOn) =>
      leaveMembership(deps, actors.receptionist, { ...leaving, leftOn: localDate(leftOn) })),
  )
  expect(outcomes.map((outcome) => (outcome.ok ? 'left' : outcome.code)).sort()).toEqual(['changed_meanwhile', 'changed_meanwhile', 'left'])
})

test('a refused change leaves row, revision and audit trail as they were', async () => {
  const { deps, actors } = council
  const membershipId = await join()
  const early = localDate('2026-04-30')
  const change = { membershipId, revision: 1 }
  expect(await leaveMembership(deps, actors.receptionist, { ...change, leftOn: early, reason: '不明' })).toEqual({
    ok: false, code: 'left_before_joining', field: 'leftOn', about: '令和8年5月10日',
  })
  expect(await changeUnits(deps, actors.receptionist, { ...change, effectiveOn: early, units: 3 })).toMatchObject({ code: 'units_before_joining' })
  expect(await undoLeaving(deps, actors.receptionist, change)).toMatchObject({ code: 'membership_not_ended' })
  expect(await read(membershipId)).toMatchObject({ revision: 1, leftOn: null, units: [{ units: 2 }] })
  const events = await database.db.prisma.auditEvent.findMany({ where: { subjectId: membershipId } })
  expect(events.map(({ action }) => action)).toEqual(['membership.join'])
})

test('a leaving is taken back, unless the supporter has rejoined meanwhile', async () => {
  const { deps, actors } = council
  const membershipId = await join()
  await leaveMembership(deps, actors.receptionist, { membershipId, revision: 1, leftOn: localDate('2026-06-30'), reason: '廃業・解散' })
  expect(await undoLeaving(deps, actors.receptionist, { membershipId, revision: 2 })).toMatchObject({ ok: true })
  await leaveMembership(deps, actors.receptionist, { membershipId, revision: 3, leftOn: localDate('2026-07-31'), reason: '廃業・解散' })
  const again = await join({ joinedOn: '2026-08-01' })
  expect(await undoLeaving(deps, actors.receptionist, { membershipId, revision: 4 })).toEqual({ ok: false, code: 'membership_overlaps' })
  expect(await read(again)).toMatchObject({ isRejoined: true, others: [{ membershipId, leavingReason: '廃業・解散' }] })
})

test('a member moves to another association, and one that pays through an association names it', async () => {
  const { deps, actors } = council
  expect(() => joining({ route: 'association' })).toThrow('会費を取りまとめる自治会を選んでください。')
  const membershipId = await join({ route: 'association', areaId: council.area('日吉一丁目自治会') })
  const areaId = council.area('篠山町自治会')
  await changeRoute(deps, actors.receptionist, { membershipId, revision: 1, route: 'association', areaId })
  expect(await read(membershipId)).toMatchObject({ areaName: '篠山町自治会', revision: 2 })
  const [event] = await database.db.prisma.auditEvent.findMany({ where: { subjectId: membershipId, action: 'membership.change_route' } })
  expect(event).toMatchObject({ before: { areaId: council.area('日吉一丁目自治会') }, after: { areaId } })
})

test('with the day of joining put right the 口 begin on it', async () => {
  const { deps, actors } = council
  const membershipId = await join()
  const edit = { membershipId, joinedOn: localDate('2026-04-01'), note: '紹介：商工会' }
  expect(await editMembership(deps, actors.receptionist, { ...edit, revision: 1 })).toMatchObject({ ok: true })
  expect(await read(membershipId)).toMatchObject({
    joinedOn: '2026-04-01', note: '紹介：商工会', units: [{ effectiveOn: '2026-04-01', units: 2 }],
  })
})

test('nobody joins a kind that is out of use', async () => {
  const { deps, actors } = council
  const duesKindId = council.duesKind('賛助会費')
  await database.db.prisma.duesKind.update({ where: { id: duesKindId }, data: { closedOn: new Date('2026-04-01') } })
  expect(await joinMember(deps, actors.receptionist, joining({ duesKindId }))).toEqual({
    ok: false, code: 'membership_kind_closed', field: 'duesKindId',
  })
})
