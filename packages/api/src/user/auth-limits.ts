import type { Deps } from '../deps.ts'
import { type AttemptLimit, countAttempt, forgetAttempts } from './attempt-limit.ts'

/** What limits look at in a request of the sign-in service. */
export interface AuthAttempt {
  readonly path: string
  /** The address that the request came from. */
  readonly address: string
  /** The e-mail address it names, if any. */
  readonly email: string | undefined
}

const quarterHour = 15 * 60

/** Per address; a whole office may share one. */
const limitByPath: Readonly<Record<string, AttemptLimit>> = {
  '/sign-in/email': { window: quarterHour, max: 60 },
  '/two-factor/verify-totp': { window: quarterHour, max: 60 },
  '/two-factor/verify-backup-code': { window: quarterHour, max: 60 },
  '/passkey/verify-authentication': { window: quarterHour, max: 60 },
  '/change-password': { window: quarterHour, max: 20 },
}
const otherwise: AttemptLimit = { window: 60, max: 120 }

/** Wrong guesses at one person's password, from wherever they come. */
const limitPerPerson: AttemptLimit = { window: quarterHour, max: 10 }

/** Counts the attempt and says how many seconds to wait; undefined when it is allowed. */
export async function waitBefore(deps: Deps, { path, address, email }: AuthAttempt): Promise<number | undefined> {
  const fromHere = await countAttempt(deps, `${address}|${path}`, limitByPath[path] ?? otherwise)
  if (!fromHere.allowed) return fromHere.retryAfter ?? quarterHour
  if (path !== '/sign-in/email' || email === undefined) return undefined
  const atPerson = await countAttempt(deps, keyOf(email), limitPerPerson)
  return atPerson.allowed ? undefined : (atPerson.retryAfter ?? quarterHour)
}

/** The right password was given: the wrong ones before it no longer count. */
export function forgetGuesses(deps: Deps, email: string): Promise<void> {
  return forgetAttempts(deps, keyOf(email))
}

function keyOf(email: string): string {
  return `email|${email}`
}
