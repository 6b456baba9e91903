import { createHmac, timingSafeEqual } from 'node:crypto'

/** The keys of the demo gateway's accounts. */
export interface DemoKeys {
  /** sk_demo_…: the account's key for the API. */
  secretKey(accountCode: string): string
  /** whsec_…: what the account's webhooks are signed with. */
  webhookSecret(accountCode: string): string
  /** Whose key it is; null when it is nobody's. */
  accountOf(secretKey: string): string | null
}

/**
 * Keys that follow from a secret of the server, so that nothing has to be kept and every process of the server knows
 * them, but nobody else: an open demo would otherwise take orders from whoever has read this line.
 */
export function demoKeys(secret: string): DemoKeys {
  if (secret === '') throw new RangeError('the demo gateway needs a secret to make its keys from')
  const derive = (purpose: string, accountCode: string) =>
    createHmac('sha256', secret).update(`demo-gateway ${purpose} ${accountCode}`).digest('base64url')
  const secretKey = (accountCode: string) => `sk_demo_${accountCode}.${derive('key', accountCode)}`
  return {
    secretKey,
    webhookSecret: (accountCode) => `whsec_${derive('webhook', accountCode)}`,
    accountOf: (given) => {
      const accountCode = /^sk_demo_([^.]+)\./.exec(given)?.[1]
      return accountCode !== undefined && isSame(given, secretKey(accountCode)) ? accountCode : null
    },
  }
}

function isSame(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
