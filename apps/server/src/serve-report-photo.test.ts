import { publicFundReportsText } from '@sasaeai/api/donation/fund/public-fund-reports'
import { publishFundReport, takeBackFundReport } from '@sasaeai/api/donation/fund/publish-fund-report'
import { removeFundReport } from '@sasaeai/api/donation/fund/save-fund-report'
import { removeReportPhoto, setReportPhoto } from '@sasaeai/api/donation/fund/set-report-photo'
import type { FundReportId } from '@sasaeai/domain/ids'
import type { Role } from '@sasaeai/domain/user/role'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aFundReport } from '@sasaeai/testing/a-fund-report'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestSite, type TestSite } from './open-test-site.ts'

let database: TestDatabase
let council: ACouncil
let site: TestSite
let reportId: FundReportId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db, { now: new Date() })
  site = await openTestSite(council, ['executive'])
  reportId = await aFundReport(council)
})
afterAll(async () => {
  site.close()
  await database.drop()
})

const chunk = (name: string, content: string) => Buffer.concat([Buffer.from([0, 0, 0, content.length]), Buffer.from(name + content, 'latin1'), Buffer.from([1, 2, 3, 4])])
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const plain = Buffer.concat([signature, chunk('IHDR', 'head'), chunk('IDAT', 'data'), chunk('IEND', '')])
const taken = Buffer.concat([signature, chunk('IHDR', 'head'), chunk('eXIf', '33.3192N 130.5083E'), chunk('IDAT', 'data'), chunk('IEND', '')])

const set = (bytes: Buffer) => setReportPhoto(council.deps, council.actors.receptionist, { reportId, file: bytes.toString('base64'), altText: '公民館で食事を囲む子どもたち' })
const openPublic = () => fetch(`${site.url}/public/fund-reports/${reportId}/photo`)
const openAsStaff = async (role: Role | null) =>
  fetch(`${site.url}/fund-report-photos/${reportId}`, { headers: role === null ? {} : { cookie: await site.signIn(role) } })
const published = async () => JSON.stringify(JSON.parse((await publicFundReportsText(council.deps)).text).reports)

test('a photo stands with the draft for those who may read funds, and for nobody else; its place is never stored', async () => {
  expect(await set(Buffer.from('%PDF-1.7'))).toMatchObject({ code: 'photo_unreadable' })
  expect(await set(Buffer.concat([taken, Buffer.alloc(5_242_880)]))).toMatchObject({ code: 'photo_too_large' })
  expect(await set(taken)).toEqual({ ok: true, value: null })
  const answer = await openAsStaff('executive')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(plain)
  expect((await openAsStaff(null)).status).toBe(401)
  expect((await openPublic()).status).toBe(404)
  expect(await removeFundReport(council.deps, council.actors.accountant, { reportId, revision: 1 })).toMatchObject({ code: 'report_has_photo' })
})

test('a published photo is read by anybody, with words for those who do not see it, and stands like the report', async () => {
  const { deps, actors } = council
  expect(await publishFundReport(deps, actors.accountant, { reportId, revision: 1 })).toMatchObject({ ok: true })
  const answer = await openPublic()
  expect([answer.status, answer.headers.get('access-control-allow-origin'), answer.headers.get('set-cookie')]).toEqual([200, '*', null])
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(plain)
  expect(await published()).toContain(`"photo":{"path":"/public/fund-reports/${reportId}/photo","altText":"公民館で食事を囲む子どもたち"}`)
  expect(await set(plain)).toMatchObject({ code: 'report_published' })
  expect(await removeReportPhoto(deps, actors.receptionist, reportId)).toMatchObject({ code: 'report_published' })
  await expect(database.db.prisma.fundReportPhoto.delete({ where: { reportId } })).rejects.toMatchObject({ message: expect.stringContaining('published report') })
  expect(await takeBackFundReport(deps, actors.accountant, { reportId, reason: '試験' })).toMatchObject({ ok: true })
  expect((await openPublic()).status).toBe(404)
  expect(await removeReportPhoto(deps, actors.receptionist, reportId)).toEqual({ ok: true, value: null })
  expect((await openAsStaff('executive')).status).toBe(404)
})
