import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What our cookies' names begin with. Over https the browser itself then refuses a cookie that is not Secure, not for
 * the whole site, or set by a sibling host; over plain http (localhost) it would refuse every such cookie.
 */
export function cookiePrefix(isSecure: boolean): string {
  return isSecure ? '__Host-sasaeai' : 'sasaeai'
}

/** The value of the session cookie in a request's Cookie header, still signed; undefined when there is none. */
export function sessionCookieIn(cookieHeader: string | undefined, isSecure: boolean): string | undefined {
  const name = `${cookiePrefix(isSecure)}.session_token=`
  const pair = cookieHeader?.split(';').map((part) => part.trim()).find((part) => part.startsWith(name))
  if (pair === undefined) return undefined
  try {
    return decodeURIComponent(pair.slice(name.length))
  } catch {
    return undefined
  }
}

/** The session token of a signed cookie value, or undefined when we did not sign it. */
export function verifiedToken(signed: string, secret: string): string | undefined {
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return undefined
  const token = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  // The signature that better-auth puts on its cookies.
  const expected = createHmac('sha256', secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}
