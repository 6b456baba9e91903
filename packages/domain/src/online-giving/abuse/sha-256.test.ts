import { expect, test } from 'vitest'
import { blockOf, hashBlock } from './sha-256.ts'

function digestOf(words: readonly number[]): string {
  const digest = new Int32Array(8)
  hashBlock(blockOf(Int32Array.from(words)), digest)
  return Array.from(digest, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

test('messages of whole words have the digests that other programs find', () => {
  expect(digestOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  // "abcd" and "abcdabcd"
  expect(digestOf([0x61_62_63_64])).toBe('88d4266fd4e6338d13b845fcf289579d209c897823b9217da3e161936f031589')
  expect(digestOf([0x61_62_63_64, 0x61_62_63_64])).toBe('3bc49b73e2fb201924d9dcce5fb6d6fd7cfbf58c49be8cc46439c05dc634b151')
})

test('longer ones are not taken for short ones', () => {
  expect(() => blockOf(new Int32Array(14))).toThrow(RangeError)
})
