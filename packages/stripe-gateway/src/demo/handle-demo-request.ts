import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DemoApiAnswer, DemoApiRequest } from './api/answer-demo-api.ts'
import { newDemoId } from './demo-ids.ts'
import type { DemoPageAnswer } from './page/answer-demo-page.ts'

/** More than any order or form has, in bytes. */
const bodyLimit = 100_000

export interface DemoRequestPlace {
  readonly answerApi: (request: DemoApiRequest) => Promise<DemoApiAnswer>
  readonly answerPage: (request: { method: string; path: string; form: string }) => Promise<DemoPageAnswer>
}

/**
 * Answers a request to the API (`/v1/…`) or for a page (`/demo-gateway/…`); false when it is for somebody else.
 * It reads the body itself, so it has to stand before whatever else does.
 */
export async function handleDemoRequest(
  place: DemoRequestPlace, request: IncomingMessage, response: ServerResponse,
): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://demo-gateway')
  const method = request.method ?? 'GET'
  const isApi = pathname.startsWith('/v1/')
  if (!isApi && !pathname.startsWith('/demo-gateway/')) return false
  const body = await bodyOf(request)
  if (body === null) {
    response.writeHead(413, { connection: 'close' }).end()
    return true
  }
  if (isApi) {
    const answer = await place.answerApi({
      method,
      path: pathname,
      form: method === 'POST' ? body : searchParams.toString(),
      authorization: headerOf(request, 'authorization'),
      version: headerOf(request, 'stripe-version'),
      idempotencyKey: headerOf(request, 'idempotency-key'),
    })
    sendAnswer(response, answer)
  } else {
    sendPage(response, await place.answerPage({ method, path: pathname, form: body }))
  }
  return true
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    length += part.length
    if (length > bodyLimit) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function headerOf({ headers }: IncomingMessage, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

function sendAnswer(response: ServerResponse, { status, body, isReplayed }: DemoApiAnswer): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'request-id': newDemoId('req'),
    ...(isReplayed ? { 'idempotent-replayed': 'true' } : {}),
  })
  response.end(JSON.stringify(body))
}

/** Nothing on the pages is run, and nothing is taken from elsewhere. A button leads back to the giver's page at last. */
function sendPage(response: ServerResponse, { status, type, text, location, leadsTo = '' }: DemoPageAnswer): void {
  const policy = `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${leadsTo}`
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': type === 'text/css' ? 'public, max-age=3600' : 'no-store',
    'content-security-policy': policy.trim(),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(location === undefined ? {} : { location }),
  })
  response.end(text)
}
