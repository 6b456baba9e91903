import { passkey } from '@better-auth/passkey'
import type { Tx } from '@sasaeai/db/in-transaction'
import type { UserId } from '@sasaeai/domain/ids'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Deps } from '../deps.ts'
import { auditSignIns } from './audit-sign-ins.ts'
import { clientAddressHeader } from './client-address.ts'
import { countAttempt } from './attempt-limit.ts'
import { hashPassword, isPasswordOf } from './password-hash.ts'
import { cookiePrefix } from './session-cookie.ts'

export interface AuthSettings {
  /** Signs cookies and encrypts second-factor secrets. */
  readonly secret: string
  /** Scheme, host and port that the browser sees, as `https://example.jp`. */
  readonly origin: string
}

/** What one request brings with it. */
export interface AuthRequest {
  readonly tx: Tx
  /** Who is signed in already. */
  readonly userId: UserId | undefined
}

/** A working day: whoever signs in in the morning is not asked again before the evening. */
const sessionSeconds = 12 * 60 * 60
const quarterHour = 15 * 60

/**
 * better-auth on the tables of the term `user`, inside one transaction: what a request changes and the audit event
 * about it are written together. Only administrators add people, so there is no way to sign up.
 */
export function createAuth(deps: Deps, { secret, origin }: AuthSettings, { tx, userId }: AuthRequest) {
  const isSecure = origin.startsWith('https://')
  return betterAuth({
    appName: 'ささえあい',
    secret,
    baseURL: origin,
    basePath: '/auth',
    telemetry: { enabled: false },
    // Its messages carry e-mail addresses; refusals are in the audit log, faults are thrown.
    logger: { disabled: true },
    onAPIError: { throw: false },
    database: prismaAdapter(tx, { provider: 'postgresql' }),
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    account: { modelName: 'credential' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPasswordOf(hash, password) },
    },
    plugins: [
      twoFactor({ issuer: 'ささえあい', twoFactorTable: 'twoFactor' }),
      passkey({ rpName: 'ささえあい', rpID: new URL(origin).hostname, origin }),
      // The last one, because it reports what the others have made of a request.
      auditSignIns(deps, { tx, userId }),
    ],
    hooks: { before: createAuthMiddleware((ctx) => limitAttemptsPerEmail(deps, ctx.path, ctx.body)) },
    databaseHooks: { session: { create: { before: (session) => refuseDisabled(deps, tx, session.userId) } } },
    rateLimit: {
      enabled: true,
      customStorage: { consume: (key, rule) => countAttempt(deps, key, rule) },
      window: 60,
      max: 120,
      customRules: {
        // A whole office may share one address.
        '/sign-in/email': { window: quarterHour, max: 60 },
        '/two-factor/*': { window: quarterHour, max: 60 },
        '/passkey/*': { window: quarterHour, max: 120 },
        '/change-password': { window: quarterHour, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: cookiePrefix(isSecure),
      // better-auth's own prefix would be __Secure-; ours is stricter and part of the name already.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: () => deps.newId() },
    },
  })
}

/** Ten wrong guesses for one person in a quarter of an hour are enough, from wherever they come. */
async function limitAttemptsPerEmail(deps: Deps, path: string, body: unknown): Promise<void> {
  if (path !== '/sign-in/email') return
  const email = typeof body === 'object' && body !== null ? Reflect.get(body, 'email') : undefined
  if (typeof email !== 'string') return
  const { allowed } = await countAttempt(deps, `email|${email.trim().toLowerCase()}`, { window: quarterHour, max: 10 })
  if (!allowed) throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS', message: 'too many attempts' })
}

async function refuseDisabled(deps: Deps, tx: Tx, userId: string): Promise<void> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { disabledAt: true } })
  if (user === null || user.disabledAt !== null) {
    throw new APIError('FORBIDDEN', { code: 'USER_DISABLED', message: 'this account is disabled' })
  }
  // Nobody else clears away sessions that have run out.
  await tx.session.deleteMany({ where: { userId, expiresAt: { lt: deps.now() } } })
}
