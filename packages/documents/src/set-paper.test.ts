import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { PaperNotSet, setPaper } from './set-paper.ts'
import { headData } from './papers/paper-head.ts'
import { samplePaperHead } from './papers/sample-paper-head.ts'

const data = { ...headData(samplePaperHead), yearName: '令和8年度', duesName: '社協会費', issuedOn: '令和8年5月1日', letters: [] }

/** The processes that set papers for this test. */
function typesetters(): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)\s.*typesetter-process/.exec(line) ?? []
    return Number(parent) === process.pid ? [Number(pid)] : []
  })
}

test('a template that fails takes its own paper with it and no other', async () => {
  await expect(setPaper('dues-request-letters', {})).rejects.toThrow(PaperNotSet)
  expect((await setPaper('dues-request-letters', data)).length).toBeGreaterThan(500)
})

test('a long paper takes its process with it, so that its memory is free again', async () => {
  await setPaper('dues-request-letters', { ...data, unread: 'x'.repeat(60_000_000) })
  await expect.poll(typesetters, { timeout: 20_000 }).toEqual([])
  expect((await setPaper('dues-request-letters', data)).length).toBeGreaterThan(500)
})

test('when the process dies, the paper at hand fails and the next one is set by a new process', async () => {
  const [before] = typesetters()
  if (before === undefined) throw new Error('no process sets papers')
  process.kill(before, 'SIGSTOP')
  const atHand = setPaper('dues-request-letters', data)
  const next = setPaper('dues-request-letters', data)
  process.kill(before, 'SIGKILL')
  await expect(atHand).rejects.toThrow(PaperNotSet)
  expect((await next).length).toBeGreaterThan(500)
  expect(typesetters()).not.toContain(before)
})
