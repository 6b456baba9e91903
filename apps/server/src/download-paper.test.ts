import { createHash } from 'node:crypto'
import type { Role } from '@sasaeai/domain/user/role'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestSite, type TestSite } from './open-test-site.ts'

const bytes = new TextEncoder().encode('%PDF-1.7 試験')
let database: TestDatabase
let council: ACouncil
let site: TestSite

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db, { now: new Date() })
  site = await openTestSite(council, ['executive', 'auditor'])
})
afterAll(async () => {
  site.close()
  await database.drop()
})

async function aPaper(kind: string): Promise<string> {
  const [documentId, { prisma }] = [council.deps.newId(), database.db]
  const sha256 = createHash('sha256').update(bytes).digest()
  await prisma.storedDocument.create({ data: { id: documentId, fileName: '納入のお願い_令和8年度.pdf', mediaType: 'application/pdf', sha256, bytes } })
  await prisma.documentRun.create({
    data: { id: council.deps.newId(), kind, title: '試験', input: {}, status: 'done', documentId, requestedById: council.actors.accountant.userId },
  })
  return documentId
}

async function open(documentId: string, role: Role | null, headers: Record<string, string> = {}): Promise<Response> {
  const cookie = role === null ? {} : { cookie: await site.signIn(role) }
  return fetch(`${site.url}/papers/${documentId}`, { headers: { ...headers, ...cookie } })
}

test('a paper opens in the browser under its Japanese name, and is not sent twice', async () => {
  const documentId = await aPaper('dues_request_letters')
  const answer = await open(documentId, 'executive')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toBe(
    `inline; filename="paper"; filename*=UTF-8''納入のお願い_令和8年度.pdf`,
  )
  expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
  const known = { 'if-none-match': answer.headers.get('etag') ?? '', 'cache-control': 'max-age=0' }
  const again = await open(documentId, 'executive', known)
  expect(again.status).toBe(304)
})

test('receipts open only for those who may read receipts, and nothing opens for a stranger', async () => {
  const receipts = await aPaper('dues_receipts')
  expect([(await open(receipts, 'executive')).status, (await open(receipts, 'auditor')).status, (await open(receipts, null)).status]).toEqual([403, 200, 401])
  expect([(await open(council.deps.newId(), 'auditor')).status, (await open('x', 'auditor')).status]).toEqual([404, 404])
})
