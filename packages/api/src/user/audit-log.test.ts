import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { AuditFilter } from '@sasaeai/domain/user/audit-search'
import { auditActionName } from '@sasaeai/domain/user/audit-vocabulary'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../deps.ts'
import { searchAuditLog } from './audit-queries.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const { administrator, accountant } = council.actors
  const { deps } = council
  const event = (at: string, { userId: actorId }: Actor, { action, after }: { action: string; after: object }) => ({
    id: deps.newId(), at: new Date(at), actorId, action, subjectKind: action.split('.')[0] ?? '', subjectId: 'x', after, reason: '試し',
  })
  await database.db.prisma.auditEvent.createMany({
    data: [
      // One minute before and after midnight in Tokyo.
      event('2026-05-31T14:59:00Z', administrator, { action: 'area.move', after: { name: '日吉' } }),
      event('2026-05-31T15:01:00Z', administrator, { action: 'area.close', after: { name: '篠山' } }),
      ...Array.from({ length: 120 }, (_, minute) =>
        event(`2026-06-10T0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:00Z`, accountant, { action: 'fund.update', after: { minute } }),
      ),
    ],
  })
})
afterAll(() => database.drop())

const search = (filter: AuditFilter) => searchAuditLog(database.db, filter)

test('a day begins at midnight in Tokyo', async () => {
  const june = await search({ from: localDate('2026-06-01'), to: localDate('2026-06-01') })
  expect(june.lines.map(({ action }) => action)).toEqual(['area.close'])
  const may = await search({ from: localDate('2026-05-31'), to: localDate('2026-05-31') })
  expect(may.lines.map(({ action }) => action)).toEqual(['area.move'])
})

test('paging shows every event once, newest first, and counts them all', async () => {
  const seen: string[] = []
  let cursor: Awaited<ReturnType<typeof search>>['next'] | undefined
  do {
    const page = await searchAuditLog(database.db, { thing: 'fund', cursor })
    expect(page.count).toBe(120)
    seen.push(...page.lines.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== null)
  expect(new Set(seen).size).toBe(120)
  const { lines } = await search({ thing: 'fund' })
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted().toReversed())
})

test('it can be narrowed to a person, a thing and a piece of text, whatever signs the text holds', async () => {
  expect((await search({ actorId: council.actors.administrator.userId, thing: 'area' })).count).toBe(2)
  expect((await search({ text: '日吉', thing: 'area' })).lines.map(({ action }) => action)).toEqual(['area.move'])
  expect((await search({ text: `%_'"` })).count).toBe(0)
})

test('the application can neither change nor delete what is in the log', async () => {
  const { pool } = database.db
  await expect(pool.query(`UPDATE audit_event SET reason = ''`)).rejects.toThrow(/permission denied/)
  await expect(pool.query('DELETE FROM audit_event')).rejects.toThrow(/permission denied/)
})

test('every action that the API writes has a name in Japanese', async () => {
  const source = path.join(import.meta.dirname, '..')
  const files = (await readdir(source, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const texts = await Promise.all(files.map((file) => readFile(path.join(source, file), 'utf8')))
  const written = [...new Set(texts.flatMap(actionsIn))]
  expect(written.length).toBeGreaterThan(20)
  expect(written.filter((action) => auditActionName(action) === action)).toEqual([])
})

/** Actions stand after `action:` or as the value in a table of actions. */
function actionsIn(text: string): string[] {
  return [...text.matchAll(/(?:action\b[^\n]*?|': )'([a-z_]+\.[a-z_]+)'/g)].map(([, action]) => String(action))
}
