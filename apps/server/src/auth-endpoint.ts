import { clientAddressHeader } from '@sasaeai/api/user/client-address'
import type { Deps } from '@sasaeai/api/deps'
import type { Request as ExpressRequest, RequestHandler } from 'express'

/** Hands requests below /auth to better-auth, which is loaded by the first of them: a start does not wait for it. */
export function answerAuth(deps: Deps, readSecret: () => Promise<string>): RequestHandler {
  return async (request, response) => {
    const { answerAuthRequest } = await import('@sasaeai/api/user/answer-auth-request')
    const settings = { secret: await readSecret(), origin: String(response.locals['origin']) }
    const answer = await answerAuthRequest(deps, settings, toFetchRequest(request, settings.origin))
    response.status(answer.status)
    for (const [name, value] of answer.headers) response.append(name, value)
    response.set('cache-control', 'no-store')
    response.end(Buffer.from(await answer.arrayBuffer()))
  }
}

function toFetchRequest(request: ExpressRequest, origin: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  headers.set(clientAddressHeader, request.ip ?? '')
  const body: unknown = request.body
  return new Request(new URL(request.originalUrl, origin), {
    method: request.method,
    headers,
    ...(Buffer.isBuffer(body) ? { body } : {}),
  })
}
