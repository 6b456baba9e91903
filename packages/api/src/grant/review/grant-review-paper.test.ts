import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { documentOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aYearOfGrants } from '@sasaeai/testing/a-grant'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperMakers } from '../../paper-makers.ts'

let database: TestDatabase
let council: ACouncil
const notes: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

async function pagesOf(asked: Record<string, unknown> = {}): Promise<string[]> {
  const desk = {
    deps: council.deps, day: localDate('2027-02-01'), expect: async () => undefined, advance: async () => undefined,
    note: ({ subject }: { subject: string }) => void notes.push(subject),
  }
  const order = documentOrderSchema.parse({ kind: 'grant_review', fiscalYear: council.fiscalYear, drive: 'year_end_mutual_aid', ...asked })
  const paper = await paperMakers.grant_review.make(desk, order)
  return paper === null ? [] : (await drawPdf(paper.bytes)).pages.map(({ text }) => text.replaceAll(/\s/g, ''))
}

test('before anything is paid there is no paper; then kinds and classes stand by years on one A4, also for five years', async () => {
  expect(await pagesOf()).toEqual([])
  await aYearOfGrants(council)
  await database.db.prisma.reliefClass.updateMany({ where: { name: 'ひとり親世帯' }, data: { name: 'ひとり親世帯😀' } })
  for (const years of [3, 5]) {
    const pages = await pagesOf({ years })
    expect(pages).toHaveLength(1)
    for (const said of ['令和8年度歳末の見直し', '助成の種類別（円）', '団体助成', '120,000', '合計', '180,000', '見舞金の対象区分別（件数・対象者数）', '1件・12人']) expect(pages[0]).toContain(said)
  }
  expect(new Set(notes)).toEqual(new Set(['ひとり親世帯😀']))
  expect(await pagesOf({ drive: 'red_feather' })).toEqual([])
})
