import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { documentOrderSchema } from '@sasaeai/domain/document/document-order-input'
import type { GrantCallId } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGrantApplication, aGrantCall, aGroup, award } from '@sasaeai/testing/a-grant'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperMakers } from '../../paper-makers.ts'

let database: TestDatabase
let council: ACouncil
let callId: GrantCallId
const notes: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  callId = await aGrantCall(council)
})
afterAll(() => database.drop())

const orderOf = (asked: Record<string, unknown> = {}) => documentOrderSchema.parse({ kind: 'grant_decision_letters', callId, ...asked })

async function pagesOf(asked: Record<string, unknown> = {}): Promise<string[]> {
  const desk = {
    deps: council.deps, day: localDate('2026-12-06'), expect: async () => undefined, advance: async () => undefined,
    note: ({ subject }: { subject: string }) => void notes.push(subject),
  }
  const paper = await paperMakers.grant_decision_letters.make(desk, orderOf(asked))
  return paper === null ? [] : (await drawPdf(paper.bytes)).pages.map(({ text }) => text.replaceAll(/\s/g, ''))
}

test('before anything is decided there is no letter; then 採択 and 不採択 are told each in their own words', async () => {
  expect(await paperMakers.grant_decision_letters.title(council.deps, orderOf())).toMatchObject({ code: 'document_not_ready' })
  const awarded = await aGrantApplication(council, callId)
  const declined = await aGrantApplication(council, callId, { supporterId: await aGroup(council, '篠山子ども会'), projectName: 'クリスマス会' })
  const homeless = await aGrantApplication(council, callId, { supporterId: await aGroup(council, '住所のない会') })
  await database.db.prisma.supporter.updateMany({ where: { name: '住所のない会' }, data: { address: '' } })
  await award(council, { callId, applicationId: awarded, awardedYen: 60_000 })
  await award(council, { callId, applicationId: declined, awardedYen: 0 })
  await award(council, { callId, applicationId: homeless, awardedYen: 10_000 })
  const pages = await pagesOf()
  expect(pages).toHaveLength(2)
  for (const said of ['助成決定通知書', '日吉ふれあいサロン御中', '〒830-0001', '第1号', '餅つき会', '60,000円', '令和9年3月31日までに', '歳末たすけあいにお寄せいただいた寄附金']) expect(pages[0]).toContain(said)
  for (const said of ['助成の審査結果について', '篠山子ども会御中', 'クリスマス会', '見送らせていただく']) expect(pages[1]).toContain(said)
  expect(pages[1]).not.toContain('決定額')
  expect(notes).toEqual(['住所のない会'])
  expect(await pagesOf({ outcome: 'declined' })).toHaveLength(1)
  expect(await pagesOf({ applicationId: awarded })).toHaveLength(1)
})
