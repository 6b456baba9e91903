import { setTimeout as pause } from 'node:timers/promises'
import { gatewayCallRequestSchema, isWorthAsking, pauseAfterTries, type GatewayCallRequest } from '@sasaeai/domain/online-giving/call/gateway-call'
import { id, type OnlineGiftId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { GatewayAnswer, PaymentGateway } from '@sasaeai/stripe-gateway/payment-gateway'
import type { Deps } from '../../deps.ts'
import { accessOf, thanksUrl } from '../gift/gift-access.ts'
import { noteAnswer } from './note-answer.ts'

/** A call as it was written down. */
export interface WrittenCall {
  /** The idempotency key. */
  readonly callId: string
  readonly accountCode: string
  readonly giftId: OnlineGiftId
  /** The gift, the refund or the change that it is for. */
  readonly subjectId: string
  readonly request: GatewayCallRequest
  readonly tries: number
}

export type UnansweredCall = 'gateway_unreachable' | 'gateway_refused'

/**
 * Asks the gateway for what was written down, unless it has answered already, and writes its answer down with what follows
 * from it. Asked by two at once, or again after an answer was lost, it happens once: the key is the same.
 */
export async function answerCall(deps: Deps, callId: string): Promise<Outcome<unknown, UnansweredCall>> {
  const known = await readCall(deps, callId)
  if (known.settled !== null) return known.settled
  const { call } = known
  if (!isWorthAsking(call.request, deps.now())) return noteAnswer(deps, call, { ok: false, message: 'お支払いの期限が過ぎました。はじめから申し込み直してください。' })
  const gateway = deps.gateways?.of(call.accountCode) ?? null
  const answer: GatewayAnswer<unknown> = gateway === null ? noGateway : await ask(deps, gateway, call)
  if (answer.ok || answer.isFinal) return noteAnswer(deps, call, answer)
  await noteTry(deps, call, answer.message)
  return (await answeredMeanwhile(deps, callId)) ?? fail('gateway_unreachable')
}

const noGateway = { ok: false, isFinal: false, message: 'この受け口の鍵が、このサーバーにありません。' } as const

async function ask(deps: Deps, gateway: PaymentGateway, { callId, giftId, subjectId, request }: WrittenCall): Promise<GatewayAnswer<unknown>> {
  switch (request.kind) {
    case 'checkout': {
      const { origin, slug, expiresAt, amountYen, frequency, name, email, locale } = request
      const successUrl = thanksUrl({ origin, giftId, access: await accessOf(deps, giftId) })
      const order = { giftId, amountYen, frequency, name, email, locale, successUrl, cancelUrl: `${origin}/give/${slug}`, expiresAt: new Date(expiresAt) }
      return gateway.openCheckout(order, callId)
    }
    case 'expire':
      return gateway.expireCheckout(request.sessionId, callId)
    case 'refund':
      return gateway.refund({ paymentIntentId: request.paymentIntentId, amountYen: request.amountYen, refundId: id(subjectId) }, callId)
    case 'amount':
      return gateway.changeAmount({ subscriptionId: request.subscriptionId, amountYen: request.amountYen }, callId)
    case 'pause':
    case 'resume':
    case 'end':
      return gateway[request.kind]({ subscriptionId: request.subscriptionId }, callId)
  }
}

interface CallRow extends Omit<WrittenCall, 'request'> {
  readonly kind: string
  readonly request: object
  readonly state: 'wanted' | 'answered' | 'refused'
  readonly answer: unknown
  readonly failure: string
}

type ReadCall =
  | { readonly settled: Outcome<unknown, UnansweredCall> }
  | { readonly settled: null; readonly call: WrittenCall }

/** @throws Error when there is no such call: whoever asks has read or written it. */
async function readCall({ db }: Deps, callId: string): Promise<ReadCall> {
  const { rows } = await db.pool.query<CallRow>(
    `SELECT c.id AS "callId", a.code AS "accountCode", c.gift_id AS "giftId", c.subject_id AS "subjectId", c.kind, c.request, c.state, c.answer, c.failure,
        c.attempts AS tries
      FROM gateway_call c JOIN payment_account a ON a.id = c.payment_account_id WHERE c.id = $1`,
    [callId],
  )
  const [row] = rows
  if (row === undefined) throw new Error('no such call')
  if (row.state === 'answered') return { settled: succeed(row.answer) }
  if (row.state === 'refused') return { settled: fail('gateway_refused', { about: row.failure }) }
  const { accountCode, giftId, subjectId, tries } = row
  const request = gatewayCallRequestSchema.parse({ ...row.request, kind: row.kind })
  return { settled: null, call: { callId, accountCode, giftId, subjectId, request, tries } }
}

/** Nobody knows whether it happened: it is asked again later, by who waits for it or by the worker. */
async function noteTry({ db, now }: Deps, { callId, tries }: WrittenCall, message: string): Promise<void> {
  const dueAt = new Date(now().getTime() + pauseAfterTries(tries))
  await db.pool.query(`UPDATE gateway_call SET attempts = attempts + 1, failure = $2, due_at = $3 WHERE id = $1 AND state = 'wanted'`, [callId, message, dueAt])
}

/** Where two ask at the same moment, the gateway may serve one of them only, who then writes the answer down. */
async function answeredMeanwhile(deps: Deps, callId: string): Promise<Outcome<unknown, UnansweredCall> | null> {
  for (let look = 0; look < 4; look += 1) {
    await pause(250)
    const { settled } = await readCall(deps, callId)
    if (settled !== null) return settled
  }
  return null
}
