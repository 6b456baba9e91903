import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '@sasaeai/db/database'
import { duesRequestLettersOrderSchema } from '@sasaeai/domain/document/document-order-input'
import type { DocumentRunId } from '@sasaeai/domain/ids'
import { id } from '@sasaeai/domain/ids'
import type { Role } from '@sasaeai/domain/user/role'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aRequest } from '@sasaeai/testing/a-request'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Actor } from '../deps.ts'
import { paperMakers } from '../paper-makers.ts'
import { cancelDocumentRun } from './cancel-document-run.ts'
import { claimRun } from './claim-run.ts'
import { exportDocumentRuns } from './export-document-runs.ts'
import { listDocumentRuns, readDocumentRun } from './document-run-queries.ts'
import { startDocumentWorker } from './document-worker.ts'
import { orderDocument } from './order-document.ts'
import { type PaperDesk, paperMaker, type PaperMakers } from './paper-maker.ts'
import { readStoredDocument } from './read-stored-document.ts'
import type { WorkLoop } from './work-loop.ts'

let database: TestDatabase
let council: ACouncil
const requestId = id<'DuesRequestId'>('01900000-0000-7000-8000-000000000001')

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

/** Makers whose letters are made piece by piece as the test says. */
function makersThat(make: (desk: PaperDesk) => Promise<string>): PaperMakers {
  const letters = paperMaker('dues_request_letters', duesRequestLettersOrderSchema, {
    title: async () => ({ ok: true, value: '試験の帳票' }),
    make: async (desk) => ({ fileName: '試験.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(await make(desk)) }),
  })
  return { ...paperMakers, dues_request_letters: letters }
}

async function order(makers: PaperMakers): Promise<DocumentRunId> {
  const ordered = await orderDocument(council.deps, council.actors.accountant, { order: { kind: 'dues_request_letters', requestId }, makers })
  if (!ordered.ok) throw new Error(ordered.code)
  return ordered.value.runId
}

function work(makers: PaperMakers, faults: unknown[] = []): WorkLoop {
  return startDocumentWorker({ deps: council.deps, makers, onFault: (error) => void faults.push(error) })
}

const runOf = async (runId: DocumentRunId) => {
  const run = await readDocumentRun(council.deps, 'accountant', runId)
  if (run === null) throw new Error('no such run')
  return run
}

async function finished(runId: DocumentRunId) {
  await vi.waitFor(async () => expect((await runOf(runId)).finishedAt).not.toBeNull(), { timeout: 20_000, interval: 30 })
  return runOf(runId)
}

/** Documents whose file holds this text. */
async function documentsWith(text: string): Promise<number> {
  const { rows } = await database.db.pool.query<{ n: number }>('SELECT count(*) AS n FROM stored_document WHERE bytes = $1', [Buffer.from(text)])
  return rows[0]?.n ?? 0
}

test('progress and problems are seen while the rest goes on, and the file is kept under its hash', async () => {
  const gate = Promise.withResolvers<void>()
  const makers = makersThat(async (desk) => {
    await desk.expect(3)
    await desk.advance()
    desk.note({ subject: '篠山町自治会', message: '住所がありません。' })
    await pause(450)
    await desk.advance()
    await gate.promise
    await desk.advance()
    return 'three pieces'
  })
  const runId = await order(makers)
  expect(await runOf(runId)).toMatchObject({ status: 'waiting', doneCount: 0, requestedByName: '会計担当' })
  const worker = work(makers)
  await vi.waitFor(async () => expect(await runOf(runId)).toMatchObject({ status: 'running', doneCount: 2, totalCount: 3 }), { timeout: 5_000 })
  gate.resolve()
  const run = await finished(runId)
  expect(run).toMatchObject({ status: 'done', doneCount: 3, problems: [{ subject: '篠山町自治会' }] })
  const stored = run.documentId === null ? null : await readStoredDocument(council.deps, run.documentId)
  expect(stored).toMatchObject({ fileName: '試験.txt', mediaType: 'text/plain', kind: 'dues_request_letters' })
  expect(stored?.sha256).toMatch(/^[0-9a-f]{64}$/)
  await worker.stop()
})

test('a server that dies between two pieces leaves a run that the next one takes up: one document', async () => {
  const runId = await order(makersThat(async () => 'unused'))
  // The first server: it holds the claim on a connection of its own, has come half way, and is gone with its connections.
  const dying = openDatabase(database.url)
  const claim = await claimRun(dying, runId)
  await claim?.query(`UPDATE document_run SET status = 'running', takes = 1, done_count = 2, total_count = 3 WHERE id = $1`, [runId])
  const makers = makersThat(async (desk) => {
    await desk.expect(1)
    await desk.advance()
    return 'after the crash'
  })
  const second = work(makers)
  await pause(300)
  expect(await runOf(runId)).toMatchObject({ status: 'running', doneCount: 2 })
  claim?.release()
  expect(await finished(runId)).toMatchObject({ status: 'done', doneCount: 1, totalCount: 1 })
  await Promise.all([dying.close(), second.stop()])
  await work(makers).stop()
  expect(await documentsWith('after the crash')).toBe(1)
})

test('of two servers one makes the papers', async () => {
  let times = 0
  const makers = makersThat(async (desk) => {
    times += 1
    await desk.expect(1)
    await pause(150)
    await desk.advance()
    return 'made once'
  })
  const runId = await order(makers)
  const others = [openDatabase(database.url), openDatabase(database.url)]
  const workers = others.map((db) => startDocumentWorker({ deps: { ...council.deps, db }, makers, onFault: () => undefined }))
  await finished(runId)
  await Promise.all(workers.map((worker) => worker.stop()))
  await Promise.all(others.map((db) => db.close()))
  expect([times, await documentsWith('made once')]).toEqual([1, 1])
})

test('a run that was called off stops at the next piece and stores nothing', async () => {
  const gate = Promise.withResolvers<void>()
  const makers = makersThat(async (desk) => {
    await desk.expect(2)
    await gate.promise
    await pause(450)
    await desk.advance()
    return 'called off'
  })
  const runId = await order(makers)
  const worker = work(makers)
  await vi.waitFor(async () => expect((await runOf(runId)).status).toBe('running'))
  expect(await cancelDocumentRun(council.deps, council.actors.receptionist, { runId })).toMatchObject({ ok: true })
  expect(await cancelDocumentRun(council.deps, council.actors.receptionist, { runId })).toMatchObject({ code: 'document_run_finished' })
  gate.resolve()
  await worker.stop()
  expect(await runOf(runId)).toMatchObject({ status: 'failed', problems: [{ subject: '', message: '受付担当さんが取りやめました。' }] })
  expect(await documentsWith('called off')).toBe(0)
})

test('a fault ends its run and no other, and a run that brings servers down is given up', async () => {
  const faults: unknown[] = []
  const runId = await order(makersThat(async () => ''))
  const deadly = await order(makersThat(async () => ''))
  await database.db.prisma.documentRun.update({ where: { id: deadly }, data: { takes: 3, status: 'running' } })
  const worker = work(makersThat(() => Promise.reject(new Error('broken template'))), faults)
  expect(await finished(runId)).toMatchObject({ status: 'failed', documentId: null })
  expect(await finished(deadly)).toMatchObject({ status: 'failed', problems: [{ message: expect.stringContaining('何度か始めました') }] })
  await worker.stop()
  expect(faults).toEqual([new Error('broken template')])
  const again = database.db.prisma.documentRun.update({ where: { id: runId }, data: { status: 'waiting' } })
  await expect(again).rejects.toThrow()
})

test('who may not read receipts can neither order, list nor see their papers', async () => {
  const { deps, actors } = council
  const receipts = { kind: 'dues_receipts' as const, receiptIds: [id<'ReceiptId'>(deps.newId())] }
  expect(await orderDocument(deps, actors.executive, { order: receipts, makers: paperMakers })).toMatchObject({ code: 'document_not_allowed' })
  const runId = deps.newId()
  await database.db.prisma.documentRun.create({
    data: { id: runId, kind: 'dues_receipts', title: '領収書', input: {}, status: 'failed', requestedById: actors.accountant.userId },
  })
  const seenBy = async (role: Role) => (await listDocumentRuns(deps, role, { cursor: null, limit: 100 })).rows.some((row) => row.runId === runId)
  expect([await seenBy('executive'), await seenBy('auditor')]).toEqual([false, true])
  const writtenFor = async (actor: Actor) => (await csvRows(exportDocumentRuns(deps, actor, { format: 'csv' }))).map((line) => line.slice(0, 7))
  expect(await writtenFor(actors.auditor)).toContainEqual(['領収書', '領収書', '中断', '', '0', '', '会計担当'])
  expect((await writtenFor(actors.executive)).map(([title]) => title)).not.toContain('領収書')
  expect(await writtenFor(actors.executive)).toContainEqual(['試験の帳票', '納入のお願い・納入書', 'できあがり', '2', '1', '篠山町自治会：住所がありません。', '会計担当'])
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'document_run.export', actorId: actors.executive.userId } })).toBe(2)
})

test('the list goes on where the page before ended', async () => {
  const first = await listDocumentRuns(council.deps, 'accountant', { cursor: null, limit: 2 })
  const second = await listDocumentRuns(council.deps, 'accountant', { cursor: first.next, limit: 100 })
  const all = await listDocumentRuns(council.deps, 'accountant', { cursor: null, limit: 100 })
  expect([...first.rows, ...second.rows].map(({ runId }) => runId)).toEqual(all.rows.map(({ runId }) => runId))
  expect([first.rows.length, second.next]).toEqual([2, null])
})

test('the letters of a fixed request are made as one PDF', async () => {
  const letters = await aRequest(council)
  const ordered = await orderDocument(council.deps, council.actors.accountant, {
    order: { kind: 'dues_request_letters', requestId: letters },
    makers: paperMakers,
  })
  if (!ordered.ok) throw new Error(ordered.code)
  const worker = work(paperMakers)
  const run = await finished(ordered.value.runId)
  expect(run).toMatchObject({ status: 'done', title: '令和8年度 一般会費 納入のお願い', doneCount: 3, totalCount: 3, problems: [] })
  const stored = run.documentId === null ? null : await readStoredDocument(council.deps, run.documentId)
  expect(stored?.fileName).toBe('納入のお願い_令和8年度_一般会費.pdf')
  expect(stored?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await worker.stop()
})
