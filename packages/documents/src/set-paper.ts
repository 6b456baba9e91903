import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { PaperAnswer, PaperOrder } from './paper-order.ts'

/** A paper could not be set: the template failed, or the process that sets papers broke down or fell silent. */
export class PaperNotSet extends Error {}

/**
 * Sets a template of papers/ with its data and answers with the PDF; the same data always makes the same bytes.
 *
 * Papers are set one after another in a process of its own, which is started by the first one, ends when nothing has
 * been asked of it for a while, and is replaced when a long paper has made it grow. When it breaks down or falls silent,
 * the paper at hand fails and the next one gets a new process.
 * @throws PaperNotSet
 */
export async function setPaper(template: string, data: object): Promise<Uint8Array> {
  const [pdf] = await setPapers(template, [data])
  if (pdf === undefined) throw new PaperNotSet('the typesetter gave no paper')
  return pdf
}

/**
 * The same for several papers of one template, each a PDF of its own, in the order given: what the typesetter has read
 * and laid out for one of them it knows for the others, which makes hundreds a second of them.
 * @throws PaperNotSet, for all of them.
 */
export function setPapers(template: string, papers: readonly object[]): Promise<Uint8Array[]> {
  const set = queue.then(() => setNext({ template, papers: papers.map((data) => JSON.stringify(data)) }))
  queue = set.catch(() => undefined)
  return set
}

/** The longest that a paper of thousands of pages may take. */
const patienceMs = 120_000
const idleMs = 30_000
/** A process that holds so much after an order ends: a long paper leaves its memory behind. */
const mostMemoryMib = 300

let queue: Promise<unknown> = Promise.resolve()
let typesetter: { readonly child: ChildProcess; memoryMib: number } | undefined
let idle: NodeJS.Timeout | undefined

async function setNext(order: PaperOrder): Promise<Uint8Array[]> {
  clearTimeout(idle)
  typesetter ??= { child: startTypesetter(), memoryMib: 0 }
  const { child } = typesetter
  child.ref()
  try {
    const answer = await answerOf(child, order)
    typesetter.memoryMib = answer.memoryMib
    if ('problem' in answer) throw new PaperNotSet(answer.problem)
    return [...answer.pdfs]
  } catch (error) {
    if (!(error instanceof PaperNotSet)) end()
    throw error instanceof PaperNotSet ? error : new PaperNotSet('the typesetter broke down', { cause: error })
  } finally {
    restOrEnd()
  }
}

/** A resting process keeps nobody from ending, and ends by itself after a while. */
function restOrEnd(): void {
  if (typesetter === undefined) return
  if (typesetter.memoryMib >= mostMemoryMib) return end()
  typesetter.child.unref()
  typesetter.child.channel?.unref()
  idle = setTimeout(end, idleMs)
  idle.unref()
}

function end(): void {
  typesetter?.child.kill('SIGKILL')
  typesetter = undefined
}

function startTypesetter(): ChildProcess {
  // It gets nothing of our surroundings: no address of a database, no key. Windows starts no process without its root.
  const { SystemRoot } = process.env
  return fork(path.join(import.meta.dirname, 'typesetter-process.ts'), {
    serialization: 'advanced',
    env: SystemRoot === undefined ? {} : { SystemRoot },
    execArgv: [],
    stdio: 'ignore',
  })
}

function answerOf(child: ChildProcess, order: PaperOrder): Promise<PaperAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PaperAnswer>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs)
  const broken = (why: unknown) => reject(why instanceof Error ? why : new Error(`ended with ${String(why)}`))
  child.once('message', resolve)
  child.once('exit', broken)
  child.once('error', broken)
  child.channel?.ref()
  child.send(order, (error) => {
    if (error !== null) reject(error)
  })
  return promise.finally(() => {
    clearTimeout(timer)
    child.off('message', resolve).off('exit', broken).off('error', broken)
  })
}
