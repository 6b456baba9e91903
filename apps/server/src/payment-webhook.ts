import type { Deps } from '@sasaeai/api/deps'
import { storeEvent } from '@sasaeai/api/online-giving/event/store-event'
import express, { type RequestHandler } from 'express'

/** The body as it was signed, byte for byte: no parser may come before it. Events of the gateway are far smaller. */
export const rawWebhook: RequestHandler = express.raw({ type: () => true, limit: '256kb' })

/**
 * POST /webhooks/payments/<code of the 支払いの受け口>: what the gateway tells. It is proven by its signature and by nothing
 * else, so that no page, cookie or origin is asked for. Answered as soon as it is stored; what it means is worked out afterwards.
 */
export function takePaymentWebhook(deps: Deps): RequestHandler<{ accountCode: string }> {
  return async (request, response) => {
    const body: unknown = request.body
    const signature = request.headers['stripe-signature']
    if (!Buffer.isBuffer(body) || typeof signature !== 'string') {
      response.sendStatus(400)
      return
    }
    const stored = await storeEvent(deps, { accountCode: request.params.accountCode, body, signature })
    response.sendStatus(statusOfStored[stored])
  }
}

/** What the gateway is answered; anything else than 200 it sends again. */
export const statusOfStored = { stored: 200, bad_signature: 400, unknown_account: 404 } as const
