import { createHash } from 'node:crypto'
import { z } from 'zod'
import { gatewayApiVersion } from '../../read-event.ts'
import { DemoApiError } from '../demo-api-error.ts'
import { publicBody } from '../demo-objects.ts'
import type { DemoTurn } from '../demo-turn.ts'
import type { DemoTurns } from '../demo-turns.ts'
import type { DemoKeys } from '../demo-keys.ts'
import type { DemoApiCall } from './demo-api-call.ts'
import { createDemoCustomer } from './demo-customer-api.ts'
import { createDemoRefund, listDemoBalance, listDemoEvents } from './demo-money-api.ts'
import { closeDemoSession, createDemoSession, findDemoSession } from './demo-session-api.ts'
import { cancelDemoSubscription, findDemoSubscription, updateDemoSubscription } from './demo-subscription-api.ts'
import { formValues } from './form-values.ts'

/** A call as it came over HTTP. */
export interface DemoApiRequest {
  readonly method: string
  /** `/v1/refunds` */
  readonly path: string
  /** The query of a GET, the body of anything else. */
  readonly form: string
  readonly authorization: string
  readonly version: string
  /** Empty where none was given. */
  readonly idempotencyKey: string
}

export interface DemoApiAnswer {
  readonly status: number
  readonly body: object
  /** The answer is the one that was given under this key before. */
  readonly isReplayed: boolean
}

interface DemoApiPlace {
  readonly turns: DemoTurns
  readonly keys: DemoKeys
  readonly wallNow: () => number
}

type DemoApiAct = (turn: DemoTurn, call: DemoApiCall) => Promise<object>

const routes: readonly { readonly method: string; readonly path: RegExp; readonly act: DemoApiAct }[] = [
  { method: 'POST', path: /^\/v1\/customers$/, act: createDemoCustomer },
  { method: 'POST', path: /^\/v1\/checkout\/sessions$/, act: createDemoSession },
  { method: 'GET', path: /^\/v1\/checkout\/sessions\/(\w+)$/, act: findDemoSession },
  { method: 'POST', path: /^\/v1\/checkout\/sessions\/(\w+)\/expire$/, act: closeDemoSession },
  { method: 'POST', path: /^\/v1\/refunds$/, act: createDemoRefund },
  { method: 'GET', path: /^\/v1\/subscriptions\/(\w+)$/, act: findDemoSubscription },
  { method: 'POST', path: /^\/v1\/subscriptions\/(\w+)$/, act: updateDemoSubscription },
  { method: 'DELETE', path: /^\/v1\/subscriptions\/(\w+)$/, act: cancelDemoSubscription },
  { method: 'GET', path: /^\/v1\/balance_transactions$/, act: listDemoBalance },
  { method: 'GET', path: /^\/v1\/events$/, act: listDemoEvents },
]

/** Answers as the gateway that is stood for would: the key, the version, the idempotency key, then the call. */
export async function answerDemoApi(place: DemoApiPlace, request: DemoApiRequest): Promise<DemoApiAnswer> {
  try {
    const accountCode = place.keys.accountOf(request.authorization.replace(/^Bearer /, ''))
    if (accountCode === null) throw new DemoApiError(401, { message: 'Invalid API Key provided' })
    if (request.version !== gatewayApiVersion) {
      throw new DemoApiError(400, { message: `Invalid Stripe API version: ${request.version}` })
    }
    return await place.turns.take(accountCode, (turn) => answerOnce(turn, place, request))
  } catch (error) {
    if (!(error instanceof DemoApiError)) throw error
    return { status: error.status, body: error.body, isReplayed: false }
  }
}

const rememberedSchema = z.object({ fingerprint: z.string(), body: z.looseObject({}) })

/** The answer stands in the same turn as what was done: either both are kept under the key, or neither is. */
async function answerOnce(turn: DemoTurn, place: DemoApiPlace, request: DemoApiRequest): Promise<DemoApiAnswer> {
  if (request.method !== 'POST' || request.idempotencyKey === '') {
    return { status: 200, body: await act(turn, place, request), isReplayed: false }
  }
  const id = `idem_demo_${turn.accountCode}_${request.idempotencyKey}`
  const fingerprint = createHash('sha256').update(`${request.path} ${request.form}`).digest('hex')
  const remembered = await turn.find(rememberedSchema, id)
  if (remembered === null) {
    const body = await act(turn, place, request)
    turn.remember(id, 'idempotency', { fingerprint, body })
    return { status: 200, body, isReplayed: false }
  }
  if (remembered.fingerprint === fingerprint) return { status: 200, body: remembered.body, isReplayed: true }
  throw new DemoApiError(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. `
      + `Try using a key other than '${request.idempotencyKey}' if you meant to execute a different request.`,
  })
}

async function act(turn: DemoTurn, { wallNow }: DemoApiPlace, { method, path, form }: DemoApiRequest): Promise<object> {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(path) : null
    if (match === null) continue
    const values = formValues(new URLSearchParams(form))
    return publicBody(await route.act(turn, { id: match[1] ?? '', values, wallNow: wallNow() }))
  }
  throw new DemoApiError(404, { message: `Unrecognized request URL (${method}: ${path}).` })
}
