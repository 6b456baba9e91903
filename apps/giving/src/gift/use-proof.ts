import { useCallback, useEffect, useRef } from 'react'
import { solveProofAside } from './solve-proof-aside.ts'
import { askChallenge } from './start-gift.ts'

/** A challenge is good for ten minutes; an answer that is almost too old is not tried. */
const freshMs = 9 * 60_000

interface Proving {
  readonly since: number
  readonly proof: Promise<string>
}

/** Proves while the check is being read, so that nobody waits for it; the answer is asked for when the gift is sent. */
export function useProof() {
  const proving = useRef<Proving | null>(null)
  const prove = useCallback(() => {
    const proof = askChallenge().then(solveProofAside)
    // Whoever asks for it is told; nobody may ask.
    proof.catch(() => undefined)
    proving.current = { since: Date.now(), proof }
    return proof
  }, [])
  useEffect(() => {
    void prove()
  }, [prove])
  return {
    /** The answer that was worked out, or a new one where that is too old or did not come about. */
    answer: async () => {
      const { current } = proving
      if (current === null || Date.now() - current.since > freshMs) return prove()
      return current.proof.catch(prove)
    },
    /** Once more from the beginning: a proof counts once. */
    again: prove,
  }
}
