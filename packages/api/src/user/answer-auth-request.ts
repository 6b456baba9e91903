import { inTransaction } from '@sasaeai/db/in-transaction'
import type { UserId } from '@sasaeai/domain/ids'
import type { Deps } from '../deps.ts'
import { openAuthPaths } from './audit-sign-ins.ts'
import { type AuthSettings, createAuth } from './auth.ts'
import { forgetGuesses, waitBefore } from './auth-limits.ts'
import { clientAddressHeader } from './client-address.ts'
import { emailInBody } from './email-in-body.ts'
import { forgetActor, resolveActor } from './resolve-actor.ts'
import { sessionCookieIn } from './session-cookie.ts'

/**
 * Answers a request below /auth in one transaction. The answer is kept even when it is a refusal, because counted
 * failures and the audit event of a refusal must stay.
 */
export async function answerAuthRequest(deps: Deps, settings: AuthSettings, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice('/auth'.length)
  if (!openAuthPaths.has(path)) return new Response(null, { status: 404 })
  const email = emailInBody(await request.clone().json().catch(() => undefined))
  const address = request.headers.get(clientAddressHeader) ?? ''
  // Before the transaction: whoever holds a connection and asks for a second one can wait for ever in a crowd.
  const wait = await waitBefore(deps, { path, address, email })
  if (wait !== undefined) return tooManyAttempts(wait)
  const userId = await whoAsks(deps, settings, request.headers.get('cookie') ?? undefined)
  // Row locks guard what must be guarded here; repeating a request would count its attempt twice.
  const response = await inTransaction(
    deps.db,
    async (tx) => (await createAuth(deps, settings, { path, tx, userId })).handler(request),
    { isolation: 'ReadCommitted' },
  )
  if (response.ok && email !== undefined) await forgetGuesses(deps, email)
  // Sessions may have ended by the request: the next one is looked up anew.
  if (userId !== undefined && request.method === 'POST') await forgetActor(userId)
  return response
}

async function whoAsks(deps: Deps, settings: AuthSettings, cookies: string | undefined): Promise<UserId | undefined> {
  const cookie = sessionCookieIn(cookies, settings.origin.startsWith('https://'))
  if (cookie === undefined) return undefined
  return (await resolveActor(deps, settings.secret, cookie))?.actor.userId
}

function tooManyAttempts(seconds: number): Response {
  return Response.json({ code: 'TOO_MANY_ATTEMPTS' }, { status: 429, headers: { 'retry-after': String(seconds) } })
}
