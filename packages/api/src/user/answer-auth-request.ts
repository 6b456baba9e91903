import { inTransaction } from '@sasaeai/db/in-transaction'
import type { UserId } from '@sasaeai/domain/ids'
import type { Deps } from '../deps.ts'
import { openAuthPaths } from './audit-sign-ins.ts'
import { type AuthSettings, createAuth } from './auth.ts'
import { forgetActor, resolveActor } from './resolve-actor.ts'
import { sessionCookieIn } from './session-cookie.ts'

/**
 * Answers a request below /auth in one transaction. The answer is kept even when it is a refusal, because counted
 * failures and the audit event of a refusal must stay.
 */
export async function answerAuthRequest(deps: Deps, settings: AuthSettings, request: Request): Promise<Response> {
  if (!openAuthPaths.has(new URL(request.url).pathname.slice('/auth'.length))) return new Response(null, { status: 404 })
  const userId = await whoAsks(deps, settings, request.headers.get('cookie') ?? undefined)
  // Row locks guard what must be guarded here; repeating a request would count its attempt twice.
  const response = await inTransaction(deps.db, (tx) => createAuth(deps, settings, { tx, userId }).handler(request), {
    isolation: 'ReadCommitted',
  })
  // Sessions may have ended by the request: the next one is looked up anew.
  if (userId !== undefined && request.method === 'POST') await forgetActor(userId)
  return response
}

async function whoAsks(deps: Deps, settings: AuthSettings, cookies: string | undefined): Promise<UserId | undefined> {
  const cookie = sessionCookieIn(cookies, settings.origin.startsWith('https://'))
  if (cookie === undefined) return undefined
  return (await resolveActor(deps, settings.secret, cookie))?.actor.userId
}
