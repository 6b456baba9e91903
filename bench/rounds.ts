/** One side of a comparison: does its part once and answers with what it measured. */
export type Side = () => Promise<number>

/**
 * Measures all sides in turn, round after round, and answers with each side's median. Whatever else the machine does
 * hits all sides alike, and the order is reversed every other round, because whoever comes second finds warm caches.
 */
export async function mediansOfRounds<Name extends string>(
  rounds: number,
  sides: Readonly<Record<Name, Side>>,
): Promise<Record<Name, number>> {
  const entries: [Name, Side][] = []
  for (const name in sides) entries.push([name, sides[name]])
  const measured = new Map<string, number[]>(entries.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, side] of round % 2 === 0 ? entries : entries.toReversed()) {
      measured.get(name)?.push(await side())
    }
  }
  const medians = entries.map(([name]) => [name, median(measured.get(name) ?? [])] as const)
  return Object.fromEntries(medians) as Record<Name, number>
}

/** The middle one, or of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** How many milliseconds `work` takes: the median of so many times. */
export async function medianMillis(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now()
    await work()
    taken.push(performance.now() - startedAt)
  }
  return median(taken)
}
