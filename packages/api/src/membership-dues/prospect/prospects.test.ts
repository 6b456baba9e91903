import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id, type SupporterId } from '@sasaeai/domain/ids'
import { joiningSchema } from '@sasaeai/domain/membership-dues/member/membership-input'
import { prospectDetailsSchema, type ProspectDetails } from '@sasaeai/domain/membership-dues/prospect/prospect-input'
import { contactDetailsSchema } from '@sasaeai/domain/supporter/contact-input'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { listContacts } from '../../supporter/list-contacts.ts'
import { recordContact } from '../../supporter/record-contact.ts'
import { declineProspect, joinProspect } from './close-prospect.ts'
import { joinMember } from '../member/join-member.ts'
import { readProspects } from './prospect-queries.ts'
import { membersOfSupporter } from '../member/member-queries.ts'
import { saveProspect } from './save-prospect.ts'

let database: TestDatabase
let council: ACouncil
let supporterId: SupporterId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
beforeEach(async () => {
  await database.db.pool.query('DELETE FROM membership_prospect')
  const company = supporterDetailsSchema.parse({ kind: 'organization', name: '株式会社ひよし', kana: 'ヒヨシ' })
  const created = await createSupporter(council.deps, council.actors.receptionist, company)
  if (!created.ok) throw new Error(created.code)
  ;({ supporterId } = created.value)
})
afterAll(() => database.drop())

const detailsOf = (change: Record<string, unknown> = {}): ProspectDetails =>
  prospectDetailsSchema.parse({ supporterId, duesKindId: council.duesKind('法人会費'), stage: 'candidate', hopedUnits: '2', responsibleId: '', ...change })

const joining = joiningSchema.parse({ route: 'direct', joinedOn: '2026-10-15', units: 2 })

async function addProspect(change: Record<string, unknown> = {}) {
  const saved = await saveProspect(council.deps, council.actors.receptionist, { change: null, details: detailsOf(change) })
  if (!saved.ok) throw new Error(saved.code)
  return saved.value.prospectId
}

const board = async (withClosed = false) => (await readProspects(council.deps, { withClosed })).prospects

test('a prospect goes from stage to stage and becomes a member in one act', async () => {
  const { deps, actors } = council
  const prospectId = await addProspect()
  const next = { stage: 'considering', nextAction: '申込書を届ける', nextActionOn: localDate('2026-10-20'), responsibleId: actors.receptionist.userId }
  expect(await saveProspect(deps, actors.receptionist, { change: { prospectId, revision: 1 }, details: detailsOf(next) })).toMatchObject({ ok: true })
  expect(await board()).toMatchObject([{ name: '株式会社ひよし', hopedUnits: 2, revision: 2, responsibleName: '受付担当', ...next }])
  expect(await joinProspect(deps, actors.receptionist, { prospectId, revision: 1, joining })).toEqual({ ok: false, code: 'changed_meanwhile' })
  expect(await joinProspect(deps, actors.receptionist, { prospectId, revision: 2, joining })).toMatchObject({ ok: true })
  expect(await board()).toEqual([])
  expect(await board(true)).toMatchObject([{ stage: 'joined', nextAction: '' }])
  expect(await membersOfSupporter(deps, supporterId)).toMatchObject([{ duesKindName: '法人会費', joinedOn: '2026-10-15' }])
  expect(await declineProspect(deps, actors.receptionist, { prospectId, revision: 3, reason: '' })).toMatchObject({ code: 'prospect_closed' })
})

test('where joining is refused, the prospect stays what it was', async () => {
  const { deps, actors } = council
  const prospectId = await addProspect()
  await database.db.prisma.membership.create({
    data: { id: deps.newId(), supporterId, duesKindId: council.duesKind('法人会費'), route: 'direct', joinedOn: new Date('2026-04-01') },
  })
  expect(await joinProspect(deps, actors.receptionist, { prospectId, revision: 1, joining })).toEqual({ ok: false, code: 'membership_overlaps' })
  expect(await board()).toMatchObject([{ stage: 'candidate', revision: 1 }])
})

test('whoever joins at the desk is no prospect any more', async () => {
  await addProspect()
  const { deps, actors } = council
  await joinMember(deps, actors.receptionist, { supporterId, duesKindId: council.duesKind('法人会費'), ...joining })
  expect(await board(true)).toMatchObject([{ stage: 'joined' }])
})

test('a declined prospect keeps the reason and can be hoped for again', async () => {
  const { deps, actors } = council
  const prospectId = await addProspect({ note: '商工会の紹介' })
  await declineProspect(deps, actors.receptionist, { prospectId, revision: 1, reason: '今年度は見合わせ' })
  expect(await board(true)).toMatchObject([{ stage: 'declined', note: '商工会の紹介\n見送り：今年度は見合わせ' }])
  expect(await saveProspect(deps, actors.receptionist, { change: null, details: detailsOf() })).toMatchObject({ code: 'prospect_exists' })
  await saveProspect(deps, actors.receptionist, { change: { prospectId, revision: 2 }, details: detailsOf() })
  expect(await board()).toMatchObject([{ stage: 'candidate' }])
})

test('what is to be done first stands first', async () => {
  await addProspect({ nextActionOn: '2026-11-01' })
  await addProspect({ duesKindId: council.duesKind('特別会費'), nextActionOn: '2026-10-01' })
  await addProspect({ duesKindId: council.duesKind('賛助会費') })
  expect((await board()).map(({ nextActionOn }) => nextActionOn)).toEqual(['2026-10-01', '2026-11-01', null])
})

test('contacts are a log: the newest first, and not even the application can change a line', async () => {
  const { deps, actors } = council
  const told = (contactedOn: string, summary: string) => contactDetailsSchema.parse({ contactedOn, channel: 'visit', summary })
  await recordContact(deps, actors.receptionist, { supporterId, details: told('2026-09-01', '会費のお礼') })
  await recordContact(deps, actors.accountant, { supporterId, details: told('2026-10-01', '増口のご相談') })
  expect(await listContacts(deps, supporterId)).toMatchObject([
    { contactedOn: '2026-10-01', summary: '増口のご相談', recordedBy: '会計担当' },
    { contactedOn: '2026-09-01', summary: '会費のお礼', recordedBy: '受付担当' },
  ])
  await expect(database.db.pool.query(`UPDATE supporter_contact SET summary = 'x'`)).rejects.toThrow(/permission denied/)
  const nobody = id<'SupporterId'>(deps.newId())
  expect(await recordContact(deps, actors.receptionist, { supporterId: nobody, details: told('2026-10-01', '不明') })).toMatchObject({ code: 'supporter_not_found' })
})
