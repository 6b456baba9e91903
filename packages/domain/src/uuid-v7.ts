/**
 * A version 7 UUID (RFC 9562): 48 bits of Unix time in milliseconds, then random bits, so that ids sort by the
 * moment of their making and index pages stay dense.
 * @param random at least 10 random bytes; the domain has none of its own.
 * @throws RangeError when the time does not fit into 48 bits or bytes are missing.
 */
export function uuidV7(unixMillis: number, random: Uint8Array): string {
  if (!Number.isInteger(unixMillis) || unixMillis < 0 || unixMillis >= 2 ** 48) {
    throw new RangeError(`not a Unix time in whole milliseconds: ${unixMillis}`)
  }
  if (random.length < 10) throw new RangeError(`10 random bytes are needed, got ${random.length}`)
  const time = unixMillis.toString(16).padStart(12, '0')
  const [versionByte = 0, nextByte = 0, variantByte = 0] = random
  const version = hex((versionByte & 0x0f) | 0x70) + hex(nextByte)
  const variant = hex((variantByte & 0x3f) | 0x80) + hex(random[3])
  const node = hex(random[4]) + hex(random[5]) + hex(random[6]) + hex(random[7]) + hex(random[8]) + hex(random[9])
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${node}`
}

/** The first of the random bits, which count on within a millisecond. */
const mostCounted = 0xfff

/**
 * Makes version 7 UUIDs that ascend, those of one millisecond too: their first 12 random bits count on (RFC 9562 §6.2, method 1),
 * so that what is written down in one act stays in its order wherever ids decide it. A clock that is set back is waited for.
 * @param now Unix time in milliseconds.
 * @param random at least 10 random bytes, others each time.
 */
export function ascendingUuids(now: () => number, random: () => Uint8Array): () => string {
  let [last, count] = [-1, 0]
  return () => {
    const [first = 0, second = 0, ...rest] = random()
    const millis = Math.max(now(), last)
    // It begins in the lower half, so that there is room to count.
    count = millis > last ? ((first & 0x07) << 8) | second : count + 1
    last = count > mostCounted ? millis + 1 : millis
    if (count > mostCounted) count = 0
    return uuidV7(last, Uint8Array.of(count >> 8, count & 0xff, ...rest))
  }
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hex(byte = 0): string {
  return hexOfByte[byte] ?? '00'
}
