import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookManySlips, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestSite, type TestSite } from './open-test-site.ts'

let database: TestDatabase
let council: ACouncil
let site: TestSite

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db, { now: new Date() })
  await fillBooks()
  site = await openTestSite(council, ['auditor', 'accountant'])
})
afterAll(async () => {
  site.close()
  await database.drop()
})

/** 3,200 slips of 日吉 over several chunks, and one of 篠山 with a character that CP932 lacks. */
async function fillBooks() {
  await bookManySlips(council, { areaId: council.area('日吉校区'), note: '〜6月分' }, 3_200)
  await bookSlip(council, aSlip(council, { amountYen: yen(500), areaId: council.area('篠山町自治会'), note: '𠮷田様より' }))
}

async function download(search: Record<string, string>): Promise<Response> {
  const cookie = await site.signIn('auditor')
  const address = `${site.url}/exports/postings.csv?${new URLSearchParams(search).toString()}`
  return fetch(address, { headers: { cookie, 'accept-encoding': 'identity' } })
}

test('nobody who is not signed in gets a file', async () => {
  const answer = await fetch(`${site.url}/exports/postings.csv`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'text/plain; charset=utf-8'])
  expect(await answer.text()).not.toContain('日吉')
})

test('the file has a name, its encoding, and every posting of the list once', async () => {
  const answer = await download({ areaId: council.area('日吉校区'), encoding: 'cp932' })
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=Shift_JIS')
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(/明細一覧_令和.*\.csv/)
  const lines = new TextDecoder('shift_jis').decode(await answer.arrayBuffer()).split('\r\n').slice(1, -1)
  expect(new Set(lines.map((line) => line.split(',')[1])).size).toBe(3_200)
  expect(lines[0]).toContain('～6月分')
})

test('the file is sent in pieces, of unknown length, as it is read', async () => {
  const answer = await download({})
  expect(answer.headers.get('content-length')).toBeNull()
  expect(answer.headers.get('transfer-encoding')).toBe('chunked')
  expect((await answer.text()).split('\r\n')).toHaveLength(3_203)
})

test('a filter holds in the file as in the list, its years and its yes as well', async () => {
  const linesOf = async (search: Record<string, string>) => (await (await download(search)).text()).split('\r\n').length - 2
  const ofShinozan = { areaId: council.area('篠山校区') }
  expect(await linesOf(ofShinozan)).toBe(1)
  expect(await linesOf({ ...ofShinozan, areaOnly: 'true' })).toBe(0)
  expect(await linesOf({ ...ofShinozan, driveYear: String(council.fiscalYear) })).toBe(0)
  expect(await linesOf({ ...ofShinozan, duesYear: String(council.fiscalYear), text: '12345' })).toBe(0)
})

test('a character that CP932 lacks is named instead of a file', async () => {
  const answer = await download({ areaId: council.area('篠山校区'), encoding: 'cp932' })
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([422, null])
  expect(await answer.text()).toContain('𠮷')
})

test('the audit log is sent in pieces as well, each event once, to those who may read it', async () => {
  const address = `${site.url}/exports/audit-log.csv`
  const get = async (role: 'auditor' | 'accountant', search = '') => fetch(`${address}${search}`, { headers: { cookie: await site.signIn(role) } })
  expect((await fetch(address)).status).toBe(401)
  expect((await get('accountant')).status).toBe(403)
  expect((await get('auditor', '?from=x')).status).toBe(400)
  const event = (minute: number) => ({ id: council.deps.newId(), at: new Date(Date.UTC(2026, 5, 1, 0, minute)), action: 'fund.update', subjectKind: 'fund', subjectId: String(minute), reason: '' })
  await database.db.prisma.auditEvent.createMany({ data: Array.from({ length: 350 }, (_, minute) => event(minute)) })
  const answer = await get('auditor', '?thing=fund')
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(/監査ログ_.*\.csv/)
  expect([answer.headers.get('content-length'), answer.headers.get('content-type')]).toEqual([null, 'text/csv; charset=utf-8'])
  const subjects = (await answer.text()).trimEnd().split('\r\n').slice(1).map((line) => line.split(',').at(-1))
  expect(subjects).toEqual(Array.from({ length: 350 }, (_, place) => String(349 - place)))
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'audit_log.export' } })).toMatchObject({ after: { rows: 350, thing: 'fund' } })
})
