import type { ProofChallenge } from './proof.ts'
import { blockOf, hashBlock } from './sha-256.ts'

/**
 * Begins to solve a challenge. Each call tries so many answers and returns the proof to send once one is right, else null: a
 * Web Worker asks for many at a time, and a page without one for few, so that it stays alive between them.
 */
export function beginProof(challenge: ProofChallenge): (tries: number) => string | null {
  const { cost, keyPrefix, nonce, salt } = challenge.parameters
  const salted = wordsOf(salt + nonce)
  const message = blockOf(Int32Array.of(...salted, 0))
  const again = blockOf(new Int32Array(8))
  const wanted = wordsOf(keyPrefix)
  const key = new Int32Array(8)
  let counter = 0
  return (tries) => {
    for (const end = counter + tries; counter < end; counter += 1) {
      message[salted.length] = counter
      hashBlock(message, key)
      for (let round = 1; round < cost; round += 1) {
        again.set(key)
        hashBlock(again, key)
      }
      if (wanted.every((word, index) => word === key[index])) return JSON.stringify({ challenge, solution: { counter, derivedKey: hexOf(key) } })
    }
    return null
  }
}

/** Of a challenge that the server made, so that all of it is whole words in hexadecimal. */
function wordsOf(hex: string): Int32Array {
  return Int32Array.from(hex.match(/.{8}/g) ?? [], (word) => Number.parseInt(word, 16))
}

function hexOf(words: Int32Array): string {
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
