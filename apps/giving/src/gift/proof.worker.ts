/** Solves a proof of work beside the page, which stays as quick as it was. */
import { beginProof } from '@sasaeai/domain/online-giving/abuse/solve-proof'

const triesAtOnce = 100_000

addEventListener('message', ({ data }) => {
  const next = beginProof(data)
  let proof: string | null = null
  while (proof === null) proof = next(triesAtOnce)
  postMessage(proof)
})
