import type { GiverCookie } from '@sasaeai/api/procedure-for'
import type { Request, Response } from 'express'

/**
 * The cookie of マイページ. No script can read it, no other site can have it sent with what it asks for, and over https the browser
 * refuses it from anybody but this very host.
 */
export function giverCookie(request: Request, response: Response, isSecure: boolean): GiverCookie {
  const name = isSecure ? '__Host-giver' : 'giver'
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure } as const
  return {
    token: valueIn(request.headers.cookie, name),
    keep: ({ token, expiresAt }) => void response.cookie(name, token, { ...options, expires: expiresAt }),
    forget: () => void response.clearCookie(name, options),
  }
}

function valueIn(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`))
  const value = pair?.slice(name.length + 1)
  return value !== undefined && /^[\w-]{20,100}$/.test(value) ? value : undefined
}
