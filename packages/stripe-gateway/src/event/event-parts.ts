import { idIn, type Id } from '@sasaeai/domain/ids'
import type { GatewayFact } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { z } from 'zod'

/**
 * Reads what an event is about (`data.object`).
 * @param at when the gateway made the event.
 * @throws ZodError when something is missing that the fact needs.
 */
export type EventReader = (object: unknown, at: string) => GatewayFact | null

/** Seconds since 1970, read as an instant as JSON writes it. */
export const instantSchema = z.int().nonnegative().transform(instantOf)

/** Another object: by its id, or written out. */
export const referenceSchema = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])

/** What we have written on an object ourselves; of an object that was not made by us it may be anything. */
export const metadataSchema = z.record(z.string(), z.string()).nullish()

export type Metadata = z.output<typeof metadataSchema>

export function giftIdIn(metadata: Metadata): Id<'OnlineGiftId'> | null {
  return idIn<'OnlineGiftId'>(metadata?.['gift_id']) ?? null
}

export function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
