import { appRouter } from '@sasaeai/api/app-router'
import type { Deps } from '@sasaeai/api/deps'
import type { SignedIn } from '@sasaeai/api/user/resolve-actor'
import { incomingMessageToRequest } from '@trpc/server/adapters/node-http'
import { resolveResponse } from '@trpc/server/http'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { answerTag, isKnown } from './answer-tag.ts'
import { compressAtOnce } from './compress-at-once.ts'
import { giverCookie } from './giver-cookie.ts'
import { describeError, requestIdOf } from './request-log.ts'

export interface ApiParts {
  readonly deps: Deps
  readonly log: Logger
  readonly signedInAs: (request: Request) => Promise<SignedIn | null>
  /** Whether people reach this site over https. */
  readonly isSecure: boolean
}

const mostBodyBytes = 8 * 1024 * 1024

/**
 * Answers the API. tRPC's own handler for Express sends every answer as a stream of pieces whose length nobody knows:
 * two writes for each, and a compressor for the shortest. Ours are whole when they leave, and say how long they are.
 */
export function answerApi({ deps, log, signedInAs, isSecure }: ApiParts): RequestHandler {
  return async (request, response) => {
    const signedIn = await signedInAs(request)
    const tag = signedIn === null ? null : await answerTag(deps, request, signedIn.actor.role)
    if (tag !== null && isKnown(request, tag)) return void keepable(response.status(304), tag).end()
    const answer = await resolveResponse({
      router: appRouter,
      req: incomingMessageToRequest(request, response, { maxBodySize: mostBodyBytes }),
      path: request.path.slice(1),
      error: null,
      createContext: async () => {
        const visitor = { address: request.ip ?? '', origin: String(response.locals['origin']) }
        const context = { deps, visitor, giver: giverCookie(request, response, isSecure), requestId: requestIdOf(response) }
        return signedIn === null ? { ...context, actor: null } : { ...context, actor: signedIn.actor, sessionId: signedIn.sessionId }
      },
      onError({ error, path, ctx }) {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return
        log.error({ requestId: ctx?.requestId, procedure: path, error: describeError(error.cause ?? error) }, 'fault')
      },
    })
    // A refusal must not be kept, and answered for with 304, as if it were the figures.
    if (tag !== null && answer.status === 200) keepable(response, tag)
    await sendWhole(answer, request, response)
  }
}

/** The person's own browser may keep the answer, but asks each time whether it still holds. */
function keepable(response: Response, tag: string): Response {
  return response.set({ etag: tag, 'cache-control': 'private, no-cache' })
}

async function sendWhole(answer: globalThis.Response, request: Request, response: Response): Promise<void> {
  // As bytes, which they are already: read as text they would be decoded, and encoded again on the way out.
  const body = compressAtOnce(Buffer.from(await answer.arrayBuffer()), request, response)
  response.status(answer.status)
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.setHeader('content-length', body.length)
  response.end(body)
}
