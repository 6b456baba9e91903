/** Random numbers that come out alike on every run, so that everybody looks at the same demo council. */
export interface RandomStream {
  /** From 0 up to, but not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** Near `mean`, seldom further away than half of it, never negative. */
  around(mean: number): number
  /** A whole count whose average is `mean`, though it may be a fraction. */
  countAround(mean: number): number
  bytes(length: number): Uint8Array
}

/** A stream of its own for each seed (mulberry32: small, quick and even enough for a picture of a council). */
export function randomStream(seed: number): RandomStream {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const around = (mean: number) => mean * (0.4 + 0.4 * (next() + next() + next()))
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    around,
    countAround: (mean) => Math.floor(around(mean) + next()),
    bytes(length) {
      const drawn = new Uint8Array(length)
      for (let at = 0; at < length; at += 1) drawn[at] = Math.floor(next() * 256)
      return drawn
    },
  }
}
