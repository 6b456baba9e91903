import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import type { GatewayAnswer } from '../payment-gateway.ts'
import { gatewayFailureOf, UnreadableAnswerError } from './gateway-failure.ts'

/** Pauses before the second and the third try, in milliseconds. */
const pausesMillis = [300, 1200] as const

/** Somebody waits for the answer in front of a page: after so long no further try is begun. */
const patienceMillis = 12_000

/**
 * Asks, and asks again where that may help. Only for calls under an idempotency key and for those that change nothing:
 * then a try too many does no harm.
 */
export async function callGateway<Value>(ask: () => Promise<Value>): Promise<GatewayAnswer<Value>> {
  const begun = Date.now()
  for (let tries = 0; ; tries += 1) {
    try {
      return { ok: true, value: await ask() }
    } catch (error) {
      const { isPassing, isFinal, message } = gatewayFailureOf(error)
      const wait = pausesMillis[tries]
      if (!isPassing || wait === undefined || Date.now() - begun > patienceMillis) return { ok: false, isFinal, message }
      await pause(wait)
    }
  }
}

/**
 * What an answer says. The SDK hands on whatever came with a friendly status, and even a 404 that has no `error` in it:
 * so nothing is an answer before it has named itself.
 */
export function readAnswer<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const read = schema.safeParse(answer)
  if (!read.success) throw new UnreadableAnswerError('the answer is not what was asked for', { cause: read.error })
  return read.data
}
