import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { OnlineGiftId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { givingKey } from '../abuse/giving-secret.ts'

/**
 * The secret that shows a gift to who started it. It comes from the gift's id and a key of this server, so that whoever asks
 * for the same gift again is given the same, and a pay page that is opened again leads back to the same place; the database
 * keeps its hash alone.
 */
export async function accessOf(deps: Deps, giftId: string): Promise<string> {
  return createHmac('sha256', await givingKey(deps, 'access')).update(giftId).digest('base64url')
}

export function hashOfSecret(secret: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(secret).digest())
}

/** Whether what was shown is the secret that stands behind a hash. */
export function isSecretOf(shown: string, hash: Uint8Array): boolean {
  const given = hashOfSecret(shown)
  return given.length === hash.length && timingSafeEqual(given, hash)
}

/** The secret stands where browsers keep it to themselves: neither servers nor their logs are sent what follows the #. */
export function thanksUrl({ origin, giftId, access }: { origin: string; giftId: OnlineGiftId; access: string }): string {
  return `${origin}/thanks/${giftId}#${access}`
}
