import type { ProofChallenge } from '@sasaeai/domain/online-giving/abuse/proof'
import { beginProof } from '@sasaeai/domain/online-giving/abuse/solve-proof'

/** Solves a proof of work in a worker; a browser that has none solves it bit by bit between other things. */
export function solveProofAside(challenge: ProofChallenge): Promise<string> {
  return new Promise((resolve, reject) => {
    try {
      const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' })
      worker.addEventListener('message', ({ data }) => {
        worker.terminate()
        resolve(String(data))
      })
      worker.addEventListener('error', () => {
        worker.terminate()
        solveBitByBit(challenge).then(resolve, reject)
      })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker of ours has no other origin.
      worker.postMessage(challenge)
    } catch {
      solveBitByBit(challenge).then(resolve, reject)
    }
  })
}

const triesAtOnce = 50

async function solveBitByBit(challenge: ProofChallenge): Promise<string> {
  const next = beginProof(challenge)
  for (;;) {
    const proof = next(triesAtOnce)
    if (proof !== null) return proof
    await new Promise((resolve) => setTimeout(resolve))
  }
}
