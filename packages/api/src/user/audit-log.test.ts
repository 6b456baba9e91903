import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { readWorkbookSheet } from '@sasaeai/documents/read-workbook-sheet'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import type { AuditFilter } from '@sasaeai/domain/user/audit-search'
import { auditActionName } from '@sasaeai/domain/user/audit-vocabulary'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../deps.ts'
import { exportAuditLog } from '../document/export-audit-log.ts'
import { namesInAuditLog } from '../names-in-audit-log.ts'
import { searchAuditLog } from './audit-queries.ts'
import { recordExport } from './record-export.ts'

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

test('what the filters let through goes out as a file in words, and so does the news that it went out', async () => {
  const { deps, actors } = council
  const write = (filter: AuditFilter) => csvRows(exportAuditLog(deps, actors.auditor, { filter, format: 'csv', namesOf: namesInAuditLog }))
  expect(await write({ thing: 'area' })).toEqual([
    ['2026-06-01', '00:01:00', '管理者', '地域の使用終了', '地域', '', '', '名称・氏名：篠山', '試し', 'x'],
    ['2026-05-31', '23:59:00', '管理者', '地域の移動', '地域', '', '', '名称・氏名：日吉', '試し', 'x'],
  ])
  const { lines: [latest] } = await search({ thing: 'audit_log' })
  expect(latest).toMatchObject({ action: 'audit_log.export', actorName: '監事', after: { rows: 2, thing: 'area' } })
  const [own] = await write({ thing: 'audit_log' })
  expect(own?.slice(2, 8)).toEqual(['監事', '監査ログの書出し', '監査ログ', '', '', '書き出した件数：2\n対象：地域'])
  expect(await write({ actorId: actors.accountant.userId, thing: 'fund' })).toHaveLength(120)
})

test('a cell holds no more than Excel can open; CSV has the whole of it', async () => {
  const { deps, actors } = council
  const text = '長い'.repeat(20_000)
  await recordExport(deps, actors.accountant, { action: 'plan.update', subjectKind: 'plan', subjectId: 'x', after: { summary: text } })
  const write = (format: ExportFormat) => exportAuditLog(deps, actors.auditor, { filter: { thing: 'plan' }, format, namesOf: namesInAuditLog })
  expect((await csvRows(write('csv')))[0]?.[7]).toBe(`内容：${text}`)
  const { lines } = await done(readWorkbookSheet(Buffer.from((await done(write('xlsx'))).content, 'base64')))
  expect(lines[1]?.cells[7]).toHaveLength(32_000 + '…（長いのでここまでです。CSVには全文が入ります）'.length)
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
