import type { GatewayFact } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { z } from 'zod'
import { checkoutReaders } from './event/read-checkout-event.ts'
import { monthReaders } from './event/read-month-event.ts'
import { paymentReaders } from './event/read-payment-event.ts'
import { payoutReaders } from './event/read-payout-event.ts'
import { instantSchema, type EventReader } from './event/event-parts.ts'
import { isSignedBody } from './event/webhook-signature.ts'

/** The version of the gateway's API in whose words events are read here: whatever comes in another is not believed. */
export const gatewayApiVersion = '2026-10-28.endive'

/** What a signed event says of itself, before anybody asks what it means. */
export interface VerifiedEvent {
  /** evt_… */
  readonly id: string
  readonly type: string
  /** Null of events that are older than the gateway's own memory of it. */
  readonly apiVersion: string | null
  /** acct_… of a connected account; null for the account whose key the webhook was made with. */
  readonly account: string | null
  readonly livemode: boolean
  /** When the gateway made it: an instant as JSON writes it. */
  readonly createdAt: string
}

/** A body that is no event, or an event without something that it has to have: nothing of it may be believed. */
export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError'
}

/**
 * The event in a body that came to the webhook, or null when it was not signed with this secret within five minutes.
 * The signature is checked here rather than by the SDK, because it is one HMAC, and the SDK costs a third of a second
 * and more than thirty megabytes before the first: a server that is only told of payments never reads it.
 */
export async function verifyEvent(
  body: Uint8Array, signature: string, { secret, now }: { secret: string; now: Date },
): Promise<VerifiedEvent | null> {
  if (!isSignedBody({ body, signature, secret, now })) return null
  try {
    return readEnvelope(body)
  } catch (error) {
    if (error instanceof UnreadableEventError) return null
    throw error
  }
}

/** What an event says of itself whose signature was checked when it came. @throws UnreadableEventError when it is no event. */
export function readEnvelope(body: Uint8Array): VerifiedEvent {
  const event = parse(envelopeSchema, jsonOf(body))
  return {
    id: event.id,
    type: event.type,
    apiVersion: event.api_version,
    account: event.account ?? null,
    livemode: event.livemode,
    createdAt: event.created,
  }
}

/**
 * What an event means for us; null when it means nothing.
 * @throws UnreadableEventError when it is one of those that mean something, but without what that takes.
 */
export function readFact(body: Uint8Array): GatewayFact | null {
  const event = parse(eventSchema, jsonOf(body))
  const reader = readers.get(event.type)
  if (reader === undefined) return null
  try {
    return reader(event.data.object, event.created)
  } catch (error) {
    throw asUnreadable(error)
  }
}

/** Whether events of this type can mean something for us: those that a webhook has to be sent. */
export function isMeaningfulType(type: string): boolean {
  return readers.has(type)
}

const readers: ReadonlyMap<string, EventReader> = new Map(
  [checkoutReaders, monthReaders, paymentReaders, payoutReaders].flatMap((some) => Object.entries(some)),
)

const envelopeSchema = z.object({
  id: z.string().startsWith('evt_'),
  object: z.literal('event'),
  type: z.string(),
  api_version: z.string().nullable(),
  account: z.string().optional(),
  livemode: z.boolean(),
  created: instantSchema,
})

const eventSchema = envelopeSchema.extend({ data: z.object({ object: z.unknown() }) })

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (error) {
    throw new UnreadableEventError('the body is no JSON', { cause: error })
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  try {
    return schema.parse(value)
  } catch (error) {
    throw asUnreadable(error)
  }
}

function asUnreadable(error: unknown): unknown {
  if (!(error instanceof z.ZodError)) return error
  const places = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  return new UnreadableEventError(places.join('; '), { cause: error })
}
