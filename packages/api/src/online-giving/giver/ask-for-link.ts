import { setTimeout as pause } from 'node:timers/promises'
import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { AskForLinkInput } from '@sasaeai/domain/online-giving/giver/giver-page-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { ringBell } from '../../document/work-bell.ts'
import { checkProof, type GoodProof, spendProof } from '../abuse/check-proof.ts'
import { countLinkAsked, proofLevelFor } from '../abuse/giving-limits.ts'
import { program } from '../event/program-actor.ts'
import type { Visitor } from '../gift/start-online-gift.ts'
import { mailGiverLink } from './mail-giver-link.ts'

/** So long every answer takes, in milliseconds: the time that it takes tells nobody whether an address has given. */
const answerAfterMillis = 400

/**
 * Sends a link to マイページ to an address that has given, and to no other. Whoever asks is told the same in either case, after
 * the same time.
 */
export async function askForLink(deps: Deps, visitor: Visitor, { email, language, proof }: AskForLinkInput): Promise<Outcome<null, 'proof_refused' | 'too_many_attempts'>> {
  const checked = await checkProof(deps, proof, await proofLevelFor(deps, visitor))
  if (checked === null) return fail('proof_refused')
  const refusal = await countLinkAsked(deps, { address: visitor.address, email })
  if (refusal !== null) return refusal
  const [outcome] = await Promise.all([sendLink(deps, { email, language, origin: visitor.origin, checked }), pause(answerAfterMillis)])
  ringBell(deps.db, 'mail')
  return outcome
}

interface WantedLink extends Pick<AskForLinkInput, 'email' | 'language'> {
  readonly origin: string
  readonly checked: GoodProof
}

function sendLink(deps: Deps, { email, language, origin, checked }: WantedLink): Promise<Outcome<null, 'proof_refused'>> {
  return inTransaction(deps.db, async (tx) => {
    if (!(await spendProof({ deps, tx }, checked))) return fail('proof_refused')
    if (!(await hasGiven(tx, email))) return succeed(null)
    await mailGiverLink({ deps, actor: program, tx }, { email, language, origin })
    return succeed(null)
  }, { isolation: 'ReadCommitted' })
}

/** A gift that was only begun makes nobody a giver: anybody could have begun it in anybody's name. */
async function hasGiven(tx: Tx, email: string): Promise<boolean> {
  return (await tx.onlineGift.count({ where: { email, state: { in: ['awaiting', 'paid'] } }, take: 1 })) > 0
}
