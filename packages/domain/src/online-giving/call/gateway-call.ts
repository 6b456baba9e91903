import { z } from 'zod'
import { yenSchema } from '../../money/yen-schema.ts'

/** What the program asks of the gateway: written down before it is asked, under the key that it is asked with. */
export const gatewayCallRequestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('checkout'),
    amountYen: yenSchema,
    frequency: z.enum(['once', 'monthly']),
    name: z.string(),
    email: z.string(),
    locale: z.enum(['ja', 'en']),
    /** Under which origin the giver sees the site, and the page that the giver came from. */
    origin: z.string(),
    slug: z.string(),
    /** Until when the pay page is open; an instant as JSON writes it. */
    expiresAt: z.iso.datetime(),
  }),
  z.object({ kind: z.literal('expire'), sessionId: z.string() }),
  z.object({ kind: z.literal('refund'), paymentIntentId: z.string(), amountYen: yenSchema }),
  z.object({ kind: z.literal('amount'), subscriptionId: z.string(), amountYen: yenSchema, by: z.string() }),
  z.object({ kind: z.enum(['pause', 'resume', 'end']), subscriptionId: z.string(), by: z.string() }),
])
export type GatewayCallRequest = z.output<typeof gatewayCallRequestSchema>
export type GatewayCallKind = GatewayCallRequest['kind']

/** The answer to a checkout. */
export const openedCheckoutSchema = z.object({ sessionId: z.string(), url: z.string(), expiresAt: z.string() })
export type OpenedCheckout = z.output<typeof openedCheckoutSchema>

/** The pay page stays open so long, in minutes. */
export const checkoutMinutes = 120

/** So long before it closes, in minutes, the gateway no longer opens it. */
const leastOpenMinutes = 31

/** Whether it is still of use to ask: a pay page that would close at once is not. */
export function isWorthAsking(request: GatewayCallRequest, now: Date): boolean {
  return request.kind !== 'checkout' || new Date(request.expiresAt).getTime() - now.getTime() > leastOpenMinutes * 60_000
}

/** How long to wait after so many tries without an answer, in milliseconds: 10 seconds, then twice as long each time, ten minutes at most. */
export function pauseAfterTries(tries: number): number {
  return Math.min(10_000 * 2 ** Math.min(tries, 10), 600_000)
}
