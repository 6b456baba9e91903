import { z } from 'zod'
import { askAuth, type AuthAnswer, authRefusal } from './auth-requests.ts'

const anything = z.unknown()
const requestOptionsSchema = z.custom<PublicKeyCredentialRequestOptionsJSON>(hasChallenge)
const creationOptionsSchema = z.custom<PublicKeyCredentialCreationOptionsJSON>(hasChallenge)

/** Whether this browser has passkeys, and the page an address they can be bound to (a name, not a number). */
export function canUsePasskeys(): boolean {
  const isNamed = !/^[\d.]+$|:/.test(window.location.hostname)
  return isNamed && window.isSecureContext && typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function'
}

/** Signs in by a passkey; the browser asks the person which one. */
export async function signInByPasskey(): Promise<AuthAnswer<unknown>> {
  const options = await askAuth('/passkey/generate-authenticate-options', requestOptionsSchema)
  if (!options.ok) return options
  const response = await askBrowser(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options.data) }),
  )
  if (response === null) return authRefusal('PASSKEY_REFUSED')
  return askAuth('/passkey/verify-authentication', anything, { response })
}

/** Makes a passkey on this device and registers it under `name`. */
export async function addPasskey(name: string): Promise<AuthAnswer<unknown>> {
  const options = await askAuth('/passkey/generate-register-options', creationOptionsSchema)
  if (!options.ok) return options
  const response = await askBrowser(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options.data) }),
  )
  if (response === null) return authRefusal('PASSKEY_REFUSED')
  return askAuth('/passkey/verify-registration', anything, { response, name })
}

/** Takes a passkey off the account; it stays on the device and no longer opens anything. */
export function removePasskey(id: string): Promise<AuthAnswer<unknown>> {
  return askAuth('/passkey/delete-passkey', anything, { id })
}

/** The browser's answer as JSON; null when the person cancelled or let it run out. */
async function askBrowser(ask: () => Promise<Credential | null>): Promise<unknown> {
  try {
    const credential = await ask()
    return credential instanceof PublicKeyCredential ? credential.toJSON() : null
  } catch {
    return null
  }
}

/** The browser checks the rest of the options itself. */
function hasChallenge(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'challenge' in options
}
