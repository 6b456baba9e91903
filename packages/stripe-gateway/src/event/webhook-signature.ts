import { createHmac, timingSafeEqual } from 'node:crypto'

/** How old a signature may be, in seconds: whoever overhears a webhook cannot send it again tomorrow. */
const toleranceSeconds = 300

/** A body, and what came with it. */
interface SignedBody {
  readonly body: Uint8Array
  /** The header `stripe-signature`: `t=1795312800,v1=…,v1=…`. */
  readonly signature: string
  /** whsec_… */
  readonly secret: string
  readonly now: Date
}

/** Whether the body was signed with this secret, not longer than five minutes ago. */
export function isSignedBody({ body, signature, secret, now }: SignedBody): boolean {
  // Anybody can sign with an empty secret.
  if (secret.trim() === '') return false
  const { timestamp, signatures } = partsOf(signature)
  if (timestamp === null || Math.floor(now.getTime() / 1000) - timestamp > toleranceSeconds) return false
  const expected = hmacOf(body, { timestamp, secret })
  // While a secret is being exchanged the gateway signs with both.
  return signatures.some((one) => isSame(one, expected))
}

/** The header with which the gateway signs a body. */
export function signatureOf(body: Uint8Array, { secret, now }: { secret: string; now: Date }): string {
  const timestamp = Math.floor(now.getTime() / 1000)
  return `t=${timestamp},v1=${hmacOf(body, { timestamp, secret }).toString('hex')}`
}

function hmacOf(body: Uint8Array, { timestamp, secret }: { timestamp: number; secret: string }): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest()
}

function partsOf(header: string): { timestamp: number | null; signatures: string[] } {
  const parts = header.split(',').map((part) => part.split('='))
  const time = parts.find(([name]) => name === 't')?.[1] ?? ''
  return {
    timestamp: /^\d{1,12}$/.test(time) ? Number(time) : null,
    signatures: parts.flatMap(([name, value]) => (name === 'v1' && value !== undefined ? [value] : [])),
  }
}

function isSame(hex: string, expected: Buffer): boolean {
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
