import { expect, test } from 'vitest'
import { draftWithNewIds, emptyLine, intakeDraftSchema, isSameDraft } from './intake-draft.ts'
import { sampleId } from './sample-ground.ts'

const aDraft = (note: string) =>
  intakeDraftSchema.parse({ header: { note }, lines: [{ ...emptyLine(sampleId(1)), amount: '1千円' }] })

test('mistakes are kept as they were typed', () => {
  expect(aDraft('').lines[0]?.amount).toBe('1千円')
})

test('only what PostgreSQL cannot store is left out', () => {
  expect(aDraft('a\u0000b\ud800').header.note).toBe('ab\ufffd')
  expect(aDraft('𠮷田 髙橋\n').header.note).toBe('𠮷田 髙橋\n')
})

test('drafts are compared by what they say, not by the order in which it is stored', () => {
  const { header, lines } = aDraft('同じ')
  expect(isSameDraft({ lines, header: { ...header } }, aDraft('同じ'))).toBe(true)
  expect(isSameDraft(aDraft('同じ'), aDraft('違う'))).toBe(false)
})

test('a line cannot stand in a draft twice', () => {
  const line = emptyLine(sampleId(1))
  expect(intakeDraftSchema.safeParse({ lines: [line, line] }).success).toBe(false)
})

test('a copy says the same under ids of its own', () => {
  const copy = draftWithNewIds(aDraft('控え'), () => sampleId(99))
  expect(copy.lines).toEqual([{ ...emptyLine(sampleId(99)), amount: '1千円' }])
  expect(copy.header.note).toBe('控え')
})
