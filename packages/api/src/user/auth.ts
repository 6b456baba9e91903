import type { Tx } from '@sasaeai/db/in-transaction'
import type { UserId } from '@sasaeai/domain/ids'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Deps } from '../deps.ts'
import { auditSignIns } from './audit-sign-ins.ts'
import { clientAddressHeader } from './client-address.ts'
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
  /** Below /auth, as `/sign-in/email`. */
  readonly path: string
  readonly tx: Tx
  /** Who is signed in already. */
  readonly userId: UserId | undefined
}

/** A working day: whoever signs in in the morning is not asked again before the evening. */
const sessionSeconds = 12 * 60 * 60

/**
 * better-auth on the tables of the term `user`, inside one transaction: what a request changes and the audit event
 * about it are written together. Only administrators add people, so there is no way to sign up.
 */
export async function createAuth(deps: Deps, { secret, origin }: AuthSettings, { path, tx, userId }: AuthRequest) {
  const isSecure = origin.startsWith('https://')
  return betterAuth({
    appName: 'Sasaeai',
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
      twoFactor({ issuer: 'Sasaeai', twoFactorTable: 'twoFactor' }),
      ...(path.startsWith('/passkey/') ? [await passkeys(origin)] : []),
      // The last one, because it reports what the others have made of a request.
      auditSignIns(deps, { tx, userId }),
    ],
    databaseHooks: { session: { create: { before: (session) => refuseDisabled(deps, tx, session.userId) } } },
    // Attempts are counted before a request comes here (auth-limits), so that a refusal costs no transaction.
    rateLimit: { enabled: false },
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

/** The largest part of it all, and seldom asked for. */
async function passkeys(origin: string) {
  const { passkey } = await import('@better-auth/passkey')
  return passkey({ rpName: 'Sasaeai', rpID: new URL(origin).hostname, origin })
}

async function refuseDisabled(deps: Deps, tx: Tx, userId: string): Promise<void> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { disabledAt: true } })
  if (user === null || user.disabledAt !== null) {
    throw new APIError('FORBIDDEN', { code: 'USER_DISABLED', message: 'this account is disabled' })
  }
  // Nobody else clears away sessions that have run out.
  await tx.session.deleteMany({ where: { userId, expiresAt: { lt: deps.now() } } })
}
