import { isIP } from 'node:net'
import type { RequestHandler } from 'express'
import type { Environment } from './environment.ts'

/** Refuses requests that name another host than ours, and keeps the origin for those behind it. */
export function guardHost(environment: Environment): RequestHandler {
  return (request, response, next) => {
    const origin = originOf(environment, request.headers.host)
    if (origin === undefined) {
      response.status(421).type('text/plain').send(
        'このアドレスでは利用できません。サーバーの管理者は PUBLIC_URL にこのアドレスを設定してください。',
      )
      return
    }
    response.locals['origin'] = origin
    next()
  }
}

/**
 * Refuses requests that change something unless a page of ours sent them. Cookies alone prove nothing, because the
 * browser adds them to what any page sends; Sec-Fetch-Site and Origin cannot be forged by a page.
 */
export const guardOrigin: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isOurs = origin === undefined ? site === 'same-origin' : origin === response.locals['origin']
  if (isOurs && (site === undefined || site === 'same-origin')) return next()
  response.status(403).json({ code: 'FOREIGN_ORIGIN', message: 'ほかのサイトからの操作は受け付けません。画面を開き直してください。' })
}

/**
 * The origin (scheme, host, port) under which a browser sees this server: PUBLIC_URL, or else what the request names.
 * Without PUBLIC_URL only localhost, HOST and bare addresses are believed: a name that somebody else owns could be
 * pointed at this machine, and its pages would then count as ours (DNS rebinding).
 */
function originOf(environment: Environment, hostHeader: string | undefined): string | undefined {
  if (environment.PUBLIC_URL !== undefined) return new URL(environment.PUBLIC_URL).origin
  const url = URL.parse(`http://${hostHeader}`)
  if (url === null || hostHeader === undefined) return undefined
  const name = url.hostname.replace(/^\[|\]$/g, '')
  return name === 'localhost' || name === environment.HOST || isIP(name) !== 0 ? url.origin : undefined
}
