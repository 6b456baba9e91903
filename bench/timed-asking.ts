import type { ApiClient } from './api-client.ts'
import { type Figure, millis, times } from './figure.ts'
import { median, type Side } from './rounds.ts'

/** A question to the product that reads and changes nothing. */
export interface Question {
  readonly procedure: string
  readonly input: unknown
}

/** So often is each side asked in a round. */
export const asksPerRound = 5

/** @throws Error unless the product answers in full. */
export async function ask(api: ApiClient, { procedure, input }: Question): Promise<void> {
  const { status } = await api.query(procedure, input)
  if (status !== 200) throw new Error(`${procedure} was answered with ${status}`)
}

/** Asks with the tag of the last answer, as a browser does. */
export function unchanged(api: ApiClient, { procedure, input }: Question): Side {
  return async () => {
    const tag = (await api.query(procedure, input)).headers.get('etag')
    if (tag === undefined) throw new Error(`${procedure} is answered without an entity tag`)
    return timed(async () => {
      const { status } = await api.query(procedure, input, { 'if-none-match': tag })
      if (status !== 304) throw new Error(`${procedure} was answered with ${status} though nothing had changed`)
    })()
  }
}

/** The median of some askings; what prepares each of them is not counted. */
export function timed(work: () => Promise<unknown>, prepare: () => Promise<void> = async () => {}): Side {
  return async () => {
    const taken: number[] = []
    for (let asked = 0; asked < asksPerRound; asked += 1) {
      await prepare()
      const startedAt = performance.now()
      await work()
      taken.push(performance.now() - startedAt)
    }
    return median(taken)
  }
}

/** A line of the table: milliseconds of ours against the limit, and what they are to be below. */
export function comparison(name: string, { ours, limit, aim }: { ours: number; limit: number; aim: number }): Figure {
  return {
    name,
    ours: millis(ours),
    limit: millis(limit),
    ratio: times(ours / limit),
    aim: `≤ ${aim} ms`,
    isMet: ours <= aim,
  }
}
