import type { Deps } from '../../deps.ts'
import { beginMailAttempt } from './begin-mail-attempt.ts'
import type { MailCarrier, CarriedMail } from './mail-carrier.ts'
import type { MailFollowers } from './mail-followers.ts'
import { noteCarriedMail } from './note-carried-mail.ts'
import { type MailTurn, takeMailTurn } from './take-mail-turn.ts'

export interface MailWork {
  readonly deps: Deps
  readonly openCarrier: () => Promise<MailCarrier>
  readonly followers: MailFollowers
  /** A fault of ours, or the database did not answer. */
  readonly onFault: (error: unknown) => void
}

/** Sends the mail that is due first, if there is one that nobody else is at. */
export async function sendNextMail(work: MailWork): Promise<'idle' | 'done' | 'server_down'> {
  const turn = await takeMailTurn(work.deps.db, work.deps.now())
  if (turn === null) return 'idle'
  try {
    return await takeItsCourse(work, turn)
  } catch (error) {
    turn.drop()
    throw error
  }
}

async function takeItsCourse(work: MailWork, turn: MailTurn): Promise<'done' | 'server_down'> {
  const attempt = await beginMailAttempt(work.deps, turn.mailId)
  if (attempt.mail === null) {
    await turn.end(attempt.nextAt)
    return 'done'
  }
  const carrier = await work.openCarrier()
  const carried = await carrier.carry(attempt.mail)
  await turn.end(await note(work, carried, { mailId: turn.mailId, sequence: attempt.sequence }))
  return carried.isServerDown === true ? 'server_down' : 'done'
}

/** What has gone out must be known to have gone out, even where what else should be written down with it cannot be. */
async function note({ deps, followers, onFault }: MailWork, carried: CarriedMail, which: { mailId: string; sequence: number }): Promise<Date | null> {
  try {
    return await noteCarriedMail(deps, followers, { ...carried, ...which })
  } catch (error) {
    if (carried.outcome !== 'accepted') throw error
    const nextAt = await noteCarriedMail(deps, null, { ...carried, ...which })
    onFault(error)
    return nextAt
  }
}
