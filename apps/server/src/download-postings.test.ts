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
  site = await openTestSite(council, ['auditor'])
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

test('a character that CP932 lacks is named instead of a file', async () => {
  const answer = await download({ areaId: council.area('篠山校区'), encoding: 'cp932' })
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([422, null])
  expect(await answer.text()).toContain('𠮷')
})
