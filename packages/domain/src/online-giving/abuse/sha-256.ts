/**
 * SHA-256 of messages of one block, in plain arithmetic: a browser offers its own only to pages that came over https, and only as a
 * promise, which for many thousand short messages takes longer than the hashing.
 */
export function hashBlock(block: Int32Array, digest: Int32Array): void {
  for (let index = 0; index < 16; index += 1) schedule[index] = block[index] ?? 0
  extendSchedule()
  let a = start[0] ?? 0
  let b = start[1] ?? 0
  let c = start[2] ?? 0
  let d = start[3] ?? 0
  let e = start[4] ?? 0
  let f = start[5] ?? 0
  let g = start[6] ?? 0
  let h = start[7] ?? 0
  for (let index = 0; index < 64; index += 1) {
    const mixedE = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const first = (h + mixedE + ((e & f) ^ (~e & g)) + (rounds[index] ?? 0) + (schedule[index] ?? 0)) | 0
    const mixedA = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const second = (mixedA + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  digest[0] = a + (start[0] ?? 0)
  digest[1] = b + (start[1] ?? 0)
  digest[2] = c + (start[2] ?? 0)
  digest[3] = d + (start[3] ?? 0)
  digest[4] = e + (start[4] ?? 0)
  digest[5] = f + (start[5] ?? 0)
  digest[6] = g + (start[6] ?? 0)
  digest[7] = h + (start[7] ?? 0)
}

/** The block that a message of up to 13 whole words makes: the words, a bit that ends them, and how long they are. */
export function blockOf(words: Int32Array): Int32Array {
  if (words.length > 13) throw new RangeError('only messages of one block')
  const block = new Int32Array(16)
  block.set(words)
  block[words.length] = 0x80_00_00_00 | 0
  block[15] = words.length * 32
  return block
}

/** The words that are being hashed; filled before each hashing. */
const schedule = new Int32Array(64)
const start = Int32Array.from(fractions(8, (prime) => Math.sqrt(prime)))
const rounds = Int32Array.from(fractions(64, (prime) => Math.cbrt(prime)))

function extendSchedule(): void {
  for (let index = 16; index < 64; index += 1) {
    const early = schedule[index - 15] ?? 0
    const late = schedule[index - 2] ?? 0
    const mixedEarly = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const mixedLate = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    schedule[index] = ((schedule[index - 16] ?? 0) + mixedEarly + (schedule[index - 7] ?? 0) + mixedLate) | 0
  }
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

/** The first 32 bits of what stands behind the point of a root of each of the first primes: the numbers that SHA-256 is made with. */
function fractions(count: number, root: (prime: number) => number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes.map((prime) => Math.trunc((root(prime) % 1) * 2 ** 32) | 0)
}
