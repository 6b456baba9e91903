import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { openedCheckoutSchema } from '@sasaeai/domain/online-giving/call/gateway-call'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { GatewayAnswer } from '@sasaeai/stripe-gateway/payment-gateway'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { noteRecurringChange } from '../recurring/note-recurring-change.ts'
import type { UnansweredCall, WrittenCall } from './answer-call.ts'

/** An answer that stands: it was done, or it will never be. */
export type FinalAnswer = Extract<GatewayAnswer<unknown>, { ok: true }> | { readonly ok: false; readonly message: string }

/** Writes the answer down once, with what follows from it in the same transaction; whoever comes second finds it there. */
export async function noteAnswer(deps: Deps, call: WrittenCall, answer: FinalAnswer): Promise<Outcome<unknown, UnansweredCall>> {
  const settled = answer.ok ? { state: 'answered' as const, answer: storedAnswerSchema.parse(answer.value), failure: '' } : { state: 'refused' as const, failure: answer.message }
  await inTransaction(deps.db, async (tx) => {
    const { count } = await tx.gatewayCall.updateMany({ where: { id: call.callId, state: 'wanted' }, data: { ...settled, answeredAt: deps.now(), attempts: { increment: 1 } } })
    if (count === 0) return
    await (answer.ok ? followAnswer({ deps, tx }, call, answer.value) : followRefusal({ deps, tx }, call, answer.message))
  }, { isolation: 'ReadCommitted' })
  return answer.ok ? succeed(answer.value) : fail('gateway_refused', { about: answer.message })
}

interface Hand {
  readonly deps: Deps
  readonly tx: Tx
}

async function followAnswer({ deps, tx }: Hand, call: WrittenCall, answer: unknown): Promise<void> {
  switch (call.request.kind) {
    case 'checkout': {
      const { sessionId, url } = openedCheckoutSchema.parse(answer)
      await tx.onlineGift.updateMany({ where: { id: call.giftId, sessionId: null }, data: { sessionId, sessionUrl: url } })
      return
    }
    case 'refund': {
      const { gatewayRefundId } = refundAnswerSchema.parse(answer)
      await tx.onlineRefund.updateMany({ where: { id: call.subjectId, gatewayRefundId: null }, data: { gatewayRefundId } })
      return
    }
    case 'amount':
    case 'pause':
    case 'resume':
    case 'end':
      return noteRecurringChange({ deps, tx }, { giftId: call.giftId, changeId: call.subjectId, request: call.request })
    case 'expire':
  }
}

async function followRefusal({ deps, tx }: Hand, { giftId, subjectId, request }: WrittenCall, message: string): Promise<void> {
  if (request.kind === 'checkout') {
    // Unless it was paid in spite of all: then the gateway has told so.
    await tx.onlineGift.updateMany({ where: { id: giftId, state: 'started' }, data: { state: 'failed', failure: message } })
  }
  if (request.kind === 'refund') {
    await tx.onlineRefund.updateMany({ where: { id: subjectId, state: 'sent' }, data: { state: 'failed', failure: message, settledAt: deps.now() } })
  }
}

const refundAnswerSchema = z.object({ gatewayRefundId: z.string() })

/** What an answer tells; nothing of most. */
const storedAnswerSchema = z.record(z.string(), z.string()).nullable().transform((told) => told ?? {})
