import { isIPv6 } from 'node:net'
import type { ProofLevel } from '@sasaeai/domain/online-giving/abuse/proof-cost'
import { waitingWords } from '@sasaeai/domain/online-giving/abuse/waiting-words'
import { type Failure, fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { type AttemptLimit, attemptsSoFar, countAttempt } from '../../user/attempt-limit.ts'

const hour = 60 * 60
const day = 24 * hour

interface Limits {
  readonly challengesEveryone: boolean
  readonly address: AttemptLimit
  readonly email: AttemptLimit
  readonly visit: AttemptLimit
  readonly overall: AttemptLimit
}

/** Who asks: the network that a request came from, the e-mail address that it names, and the visit (a tab of a browser) that it is part of. */
export interface Asker {
  readonly address: string
  readonly email?: string
  readonly visitId?: string
}

/**
 * How long the work is that a device has to do: longer for everybody while more gifts are started than the council's limit
 * says or the council has said so, and for whoever has used half of what one address or one visit may.
 */
export async function proofLevelFor(deps: Deps, { address, visitId = '' }: Asker): Promise<ProofLevel> {
  const limits = await readLimits(deps)
  if (limits.challengesEveryone) return 'raised'
  const overall = await attemptsSoFar(deps, overallKey, limits.overall)
  if (overall >= limits.overall.max) return 'raised'
  const fromHere = await attemptsSoFar(deps, addressKey(address), limits.address)
  if (fromHere * 2 >= limits.address.max) return 'raised'
  const inVisit = visitId === '' ? 0 : await attemptsSoFar(deps, visitKey(visitId), limits.visit)
  return inVisit * 2 >= limits.visit.max ? 'raised' : 'usual'
}

/** Counts a gift that is started; a failure says how long to wait. Together all may start what they like, with more work each. */
export async function countStart(deps: Deps, { address, email = '', visitId = '' }: Asker): Promise<Failure<'too_many_attempts'> | null> {
  const limits = await readLimits(deps)
  await countAttempt(deps, overallKey, limits.overall)
  const fromHere = (await refusalOf(deps, addressKey(address), limits.address)) ?? (await refusalOf(deps, visitKey(visitId), limits.visit))
  return fromHere ?? refusalOf(deps, `giving-email|${email}`, limits.email)
}

/** Counts a call for one gift, which needs no work: the same click again, or looking whether it was paid. */
export function countCallOfGift(deps: Deps, giftId: string): Promise<Failure<'too_many_attempts'> | null> {
  return refusalOf(deps, `giving-gift|${giftId}`, { window: hour, max: 60 })
}

/** Counts a link to マイページ that somebody asks for. */
export async function countLinkAsked(deps: Deps, { address, email = '' }: Asker): Promise<Failure<'too_many_attempts'> | null> {
  const fromHere = await refusalOf(deps, `giving-link-from|${networkOf(address)}`, { window: hour, max: 10 })
  return fromHere ?? refusalOf(deps, `giving-link-to|${email}`, { window: hour, max: 3 })
}

/** Counts a postal code that somebody types: each is looked for in a file. */
export function countAddressAsked(deps: Deps, { address }: Asker): Promise<Failure<'too_many_attempts'> | null> {
  return refusalOf(deps, `giving-postal|${networkOf(address)}`, { window: hour, max: 60 })
}

/** Counts what a giver changes on their own page: each change goes to the gateway or to the office. */
export function countGiverChange(deps: Deps, email: string): Promise<Failure<'too_many_attempts'> | null> {
  return refusalOf(deps, `giving-change|${email}`, { window: hour, max: 30 })
}

async function refusalOf(deps: Deps, key: string, limit: AttemptLimit): Promise<Failure<'too_many_attempts'> | null> {
  const { allowed, retryAfter } = await countAttempt(deps, key, limit)
  return allowed ? null : fail('too_many_attempts', { about: waitingWords(retryAfter ?? limit.window) })
}

const overallKey = 'giving-starts'

function addressKey(address: string): string {
  return `giving-from|${networkOf(address)}`
}

function visitKey(visitId: string): string {
  return `giving-visit|${visitId}`
}

/** One household has a whole /64 of the newer addresses. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const rest = tail.split(':').filter((group) => group !== '')
  const whole = address.includes('::') ? [...groups, ...Array.from({ length: 8 - groups.length - rest.length }, () => '0'), ...rest] : groups
  return whole.slice(0, 4).join(':')
}

async function readLimits({ db }: Deps): Promise<Limits> {
  const { rows } = await db.pool.query<{ everyone: boolean; address: number; email: number; visit: number; overall: number }>(
    `SELECT challenges_everyone AS everyone, starts_per_address_hour AS address, starts_per_email_day AS email, starts_per_visit_hour AS visit, starts_per_hour AS overall FROM giving_settings`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('the settings of online giving are laid by a migration')
  return {
    challengesEveryone: row.everyone,
    address: { window: hour, max: row.address },
    email: { window: day, max: row.email },
    visit: { window: hour, max: row.visit },
    overall: { window: hour, max: row.overall },
  }
}
