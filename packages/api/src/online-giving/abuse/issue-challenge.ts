import { type ProofChallenge, proofChallengeSchema } from '@sasaeai/domain/online-giving/abuse/proof'
import { proofCosts, type ProofLevel, proofTries } from '@sasaeai/domain/online-giving/abuse/proof-cost'
import { createChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { randomInt } from 'node:crypto'
import type { Deps } from '../../deps.ts'
import { givingKey } from './giving-secret.ts'

const goodForSeconds = 10 * 60

/** A new 確認パズル, good once and for ten minutes. Nothing is kept of it until it comes back solved. */
export async function issueChallenge(deps: Deps, level: ProofLevel): Promise<ProofChallenge> {
  const challenge = await createChallenge({
    algorithm: 'SHA-256',
    cost: proofCosts[level],
    counter: randomInt(proofTries.least, proofTries.most),
    // By the clock of this program, like everything else that expires.
    data: { expires: Math.floor(deps.now().getTime() / 1000) + goodForSeconds },
    deriveKey,
    hmacSignatureSecret: await givingKey(deps, 'challenge'),
    hmacKeySignatureSecret: await givingKey(deps, 'answer'),
  })
  return proofChallengeSchema.parse(challenge)
}
