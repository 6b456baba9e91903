import { z } from 'zod'

const hex = (characters: number) => z.string().regex(new RegExp(`^[0-9a-f]{${characters}}$`))

/** 確認パズル: a proof of work (ALTCHA, version 2) that a giver's device solves before a gift is started. Signed, so that nobody makes easier ones. */
export const proofChallengeSchema = z.object({
  parameters: z.object({
    algorithm: z.literal('SHA-256'),
    /** How often each try is hashed. */
    cost: z.int().min(1).max(10_000),
    data: z.object({
      /** Seconds since 1970. */
      expires: z.int(),
    }),
    keyLength: z.literal(32),
    /** How the key of the right try begins. */
    keyPrefix: hex(32),
    keySignature: hex(64),
    nonce: hex(32),
    salt: hex(32),
  }),
  signature: hex(64),
})
export type ProofChallenge = z.output<typeof proofChallengeSchema>

/** A challenge with its answer. */
export const solvedProofSchema = z.object({
  challenge: proofChallengeSchema,
  solution: z.object({ counter: z.int().min(0).max(0xff_ff_ff_ff), derivedKey: hex(64) }),
})

/** The JSON of a solved challenge, as the page sends it; empty where none was solved. */
export const proofSchema = z.string().max(4000, '確認をやり直してください。').default('')
