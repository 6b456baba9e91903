import type { Actor } from '@sasaeai/api/deps'
import type { SignedIn } from '@sasaeai/api/user/resolve-actor'
import { mayDo, type Permission } from '@sasaeai/domain/user/permission'
import type { Request, Response } from 'express'

export type WhoAsks = (request: Request) => Promise<SignedIn | null>

/** Who fetches a file, or null where that is nobody who may: then the browser has been told so. */
export async function admitReader(request: Request, response: Response, { whoAsks, permission }: { whoAsks: WhoAsks; permission: Permission }): Promise<Actor | null> {
  const signedIn = await whoAsks(request)
  if (signedIn !== null && mayDo(signedIn.actor.role, permission)) return signedIn.actor
  response.status(signedIn === null ? 401 : 403).type('text/plain').send('サインインし直すか、管理者に権限を相談してください。')
  return null
}
