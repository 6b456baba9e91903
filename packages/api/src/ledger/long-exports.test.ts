import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { bookManySlips } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { exportPostings } from './export-postings.ts'
import { downloadJournalExport } from './journal-export/download-journal-export.ts'
import { listJournalProfiles } from './journal-export/list-journal-profiles.ts'
import { makeJournalExport } from './journal-export/make-journal-export.ts'
import { previewJournalExport } from './journal-export/preview-journal-export.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await bookManySlips(council, {}, 250)
})
afterAll(() => database.drop())
afterEach(() => vi.restoreAllMocks())

test('a file for the accounting program leaves as it is read, and whoever stops listening stops the reading', async () => {
  const profile = (await listJournalProfiles(database.db)).find(({ preset }) => preset === 'yayoi')
  if (profile === undefined) throw new Error('no profile for 弥生')
  const span = { profileId: profile.id, firstDay: null, lastDay: localDate('2026-10-31') }
  const read = watchReading('FROM posting p WHERE p.entry_id')
  const preview = await previewJournalExport(council.deps, span)
  if (!preview.ok) throw new Error(preview.code)
  // The last one finds nothing any more.
  expect(read()).toBe(4)
  const { entries, debitYen } = preview.value
  const made = await makeJournalExport(council.deps, council.actors.accountant, { span, entries, debitYen: yen(debitYen) })
  if (!made.ok) throw new Error(made.code)
  expect(read()).toBe(4)
  const chunks = async () => (await downloadJournalExport(council.deps, council.actors.auditor, made.value.exportId))?.chunks ?? failed()
  // One chunk is held back, to be kept in case the file is not the one that was made.
  expect(await walked(await chunks(), read)).toEqual({ lines: [100, 100, 50], readAtFirst: 2, readInAll: 4 })
  for await (const _first of await chunks()) break
  expect(read()).toBe(2)
})

test('the list of postings leaves as it is read, too', async () => {
  const read = watchReading('FROM page p JOIN journal_entry e')
  const chunks = exportPostings(council.deps, council.actors.auditor, { filter: {}, encoding: 'utf-8' })
  expect(await walked(chunks, read)).toEqual({ lines: [201, 50, 0], readAtFirst: 1, readInAll: 3 })
})

/** How often the books were asked since one last looked. */
function watchReading(statement: string): () => number {
  const asked = vi.spyOn(database.db.pool, 'query')
  return () => {
    const times = asked.mock.calls.filter(([query]) => JSON.stringify(query).includes(statement)).length
    asked.mockClear()
    return times
  }
}

async function walked(chunks: AsyncIterable<Uint8Array>, read: () => number) {
  const lines: number[] = []
  let readAtFirst = 0
  for await (const bytes of chunks) {
    if (lines.length === 0) readAtFirst = read()
    lines.push(new TextDecoder().decode(bytes).split('\r\n').length - 1)
  }
  return { lines, readAtFirst, readInAll: readAtFirst + read() }
}

function failed(): never {
  throw new Error('there is no such export')
}
