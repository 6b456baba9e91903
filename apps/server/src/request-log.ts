import { randomUUID } from 'node:crypto'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import type { RequestHandler } from 'express'
import { type DestinationStream, type Logger, pino } from 'pino'

/** Lines leave together, at the latest after a moment and when the process ends: a write for each would cost a tenth of a post. */
const gathered = { sync: false, minLength: 4_096, periodicFlush: 500 }

/**
 * The server's log: one JSON object per line. Personal data stays out by construction: no bodies, headers, cookies,
 * query strings or error messages are ever handed to it; what is redacted here is a second fence.
 */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: ['*.name', '*.email', '*.password', '*.token', '*.cookie', '*.body', '*.input', '*.SMTP_URL', '*.DATABASE_URL', '*.AUTH_SECRET', 'email', 'password'],
      censor: '[伏せ字]',
    },
  }
  return pino(options, destination ?? pino.destination(gathered))
}

/** Gives every request a number, tells it to the client, and logs how the request ended. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID()
    const startedAt = performance.now()
    response.locals['requestId'] = requestId
    response.setHeader('x-request-id', requestId)
    response.on('close', () => {
      const { statusCode, writableFinished } = response
      // Paths carry procedure names and ids; what people typed is in the query, which stays out.
      const path = request.originalUrl.split('?', 1)[0]
      const ms = Math.round(performance.now() - startedAt)
      const level = statusCode >= 500 ? 'error' : request.method === 'GET' && statusCode < 400 ? 'debug' : 'info'
      log[level]({ requestId, method: request.method, path, statusCode, ms, aborted: !writableFinished }, 'request')
    })
    next()
  }
}

/** The number of the request that a response answers. */
export function requestIdOf(response: { readonly locals: Record<string, unknown> }): string {
  return String(response.locals['requestId'])
}

/** What may be logged of an error: its kind and where it happened. Messages may quote what people typed. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')).map((line) => line.trim())
  const code = 'code' in error ? error.code : undefined
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  return { kind: error.constructor.name, code, sqlState: sqlStateOf(error), frames: frames?.slice(0, 12), ...cause }
}
