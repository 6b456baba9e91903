import { solvedProofSchema } from '@sasaeai/domain/online-giving/abuse/proof'
import { proofCosts, type ProofLevel } from '@sasaeai/domain/online-giving/abuse/proof-cost'
import type { Tx } from '@sasaeai/db/in-transaction'
import { verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import type { Deps } from '../../deps.ts'
import { givingKey } from './giving-secret.ts'

/** A proof that holds, and has not been spent as far as anybody knows. */
export interface GoodProof {
  /** Tells the challenge from all others. */
  readonly challenge: string
  readonly expiresAt: Date
}

/** Null when the proof is none, was made for less than is asked for now, or comes too late. */
export async function checkProof(deps: Deps, proof: string, level: ProofLevel): Promise<GoodProof | null> {
  const solved = solvedProofSchema.safeParse(jsonIn(proof))
  if (!solved.success) return null
  const { challenge, solution } = solved.data
  const expiresAt = new Date(challenge.parameters.data.expires * 1000)
  if (expiresAt <= deps.now() || challenge.parameters.cost < proofCosts[level]) return null
  const { verified } = await verifySolution({
    challenge, solution, deriveKey,
    hmacSignatureSecret: await givingKey(deps, 'challenge'),
    hmacKeySignatureSecret: await givingKey(deps, 'answer'),
  })
  return verified ? { challenge: challenge.signature, expiresAt } : null
}

/** Spends a proof within the transaction of what it was given for; false when something else was done for it already. */
export async function spendProof({ deps, tx }: { deps: Deps; tx: Tx }, { challenge, expiresAt }: GoodProof): Promise<boolean> {
  await tx.spentChallenge.deleteMany({ where: { expiresAt: { lt: deps.now() } } })
  const { count } = await tx.spentChallenge.createMany({ data: [{ challenge, expiresAt }], skipDuplicates: true })
  return count === 1
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
