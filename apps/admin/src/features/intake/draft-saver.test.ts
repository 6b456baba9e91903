import { id } from '@sasaeai/domain/ids'
import { type IntakeDraft, intakeDraftSchema } from '@sasaeai/domain/intake/intake-draft'
import { beforeEach, expect, test, vi } from 'vitest'
import { DraftSaver } from './draft-saver.ts'
import type { BatchState, SaveAnswer } from './intake-wire.ts'

vi.useFakeTimers()

const draftOf = (bearer: string): IntakeDraft => intakeDraftSchema.parse({ header: { bearer }, lines: [] })
const server = { revision: 1, draft: draftOf(''), updatedAt: '2026-11-21T04:05:00.000Z' }

/** What the server does with the next save; the default keeps it. */
let answers: ((revision: number, draft: IntakeDraft) => Promise<SaveAnswer>)[] = []
let sent: [revision: number, bearer: string][] = []
let mirrored: string | null = null

const keep = async (revision: number): Promise<SaveAnswer> => ({
  ok: true,
  value: { revision: revision + 1, savedAt: server.updatedAt },
})
const unreachable = () => Promise.reject(new Error('offline'))
const changedTo = (bearer: string, revision: number) => async (): Promise<SaveAnswer> => ({
  ok: false,
  code: 'draft_changed_elsewhere',
  newer: newerBatch(bearer, revision),
})

function newerBatch(bearer: string, revision: number): BatchState {
  return {
    ...server,
    batchId: id('01900000-0000-7000-8000-000000000001'),
    draft: draftOf(bearer),
    revision,
    status: 'draft',
    fiscalYear: null,
    intakeNumber: null,
    createdByName: '田中',
    updatedById: '01900000-0000-7000-8000-000000000002',
    updatedByName: '田中',
    submittedById: null,
    submittedByName: null,
    postedByName: null,
    postedAt: null,
  }
}

function aSaver(): DraftSaver {
  const saver = new DraftSaver(server, null, {
    save(revision, draft) {
      sent.push([revision, draft.header.bearer])
      return (answers.shift() ?? keep)(revision, draft)
    },
    mirror(unsaved) {
      mirrored = unsaved === null ? null : unsaved.draft.header.bearer
    },
  })
  saver.start(() => {})
  return saver
}

beforeEach(() => {
  answers = []
  sent = []
  mirrored = null
})

test('typing is mirrored at once and saved after a pause, several keys in one request', async () => {
  const saver = aSaver()
  saver.note(draftOf('や'))
  saver.note(draftOf('やま'))
  expect(mirrored).toBe('やま')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toEqual([[1, 'やま']])
  expect(saver.state.kind).toBe('saved')
  expect(mirrored).toBeNull()
})

test('what is typed while a save is under way goes out with the next revision', async () => {
  const saver = aSaver()
  saver.note(draftOf('一'))
  const saving = saver.flush()
  saver.note(draftOf('一二'))
  expect(await saving).toBe(true)
  expect(sent).toEqual([
    [1, '一'],
    [2, '一二'],
  ])
})

test('without a connection it waits, keeps the mirror and tries again until it is through', async () => {
  answers = [unreachable, unreachable]
  const saver = aSaver()
  saver.note(draftOf('一'))
  expect(await saver.flush()).toBe(false)
  expect([saver.state.kind, mirrored]).toEqual(['waiting', '一'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect([saver.state.kind, mirrored]).toEqual(['saved', null])
})

test('a save whose answer was lost is recognised as its own', async () => {
  answers = [unreachable, changedTo('一', 2)]
  const saver = aSaver()
  saver.note(draftOf('一'))
  await saver.flush()
  saver.note(draftOf('一二'))
  expect(await saver.flush()).toBe(true)
  expect(sent.at(-1)).toEqual([2, '一二'])
})

test('what somebody else saved is never overwritten: it stops, keeps the mirror, and asks', async () => {
  answers = [changedTo('別の人', 5)]
  const saver = aSaver()
  saver.note(draftOf('自分'))
  expect(await saver.flush()).toBe(false)
  expect([saver.state.kind, mirrored]).toEqual(['conflict', '自分'])
  saver.note(draftOf('自分 続き'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(1)
  expect(mirrored).toBe('自分 続き')
  saver.adopt(newerBatch('別の人', 5))
  expect([saver.state.kind, saver.revision, mirrored]).toEqual(['saved', 5, null])
})
