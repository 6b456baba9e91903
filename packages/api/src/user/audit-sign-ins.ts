import type { Tx } from '@sasaeai/db/in-transaction'
import { createAuthMiddleware, isAPIError } from 'better-auth/api'
import type { UserId } from '@sasaeai/domain/ids'
import type { Deps } from '../deps.ts'
import { emailInBody } from './email-in-body.ts'
import type { AuditNote } from './record-audit-event.ts'

/** What the audit log calls a request that somebody made about their own account and that was granted. */
const actionByPath: Readonly<Record<string, string>> = {
  '/sign-out': 'user.sign_out',
  '/change-password': 'user.change_password',
  '/revoke-other-sessions': 'user.sign_out_elsewhere',
  '/two-factor/enable': 'user.begin_second_factor',
  '/two-factor/disable': 'user.disable_second_factor',
  '/two-factor/generate-backup-codes': 'user.renew_recovery_codes',
  '/passkey/verify-registration': 'user.add_passkey',
  '/passkey/delete-passkey': 'user.remove_passkey',
}

/** How a sign-in is proved, by the request that completes it. */
const proofByPath: Readonly<Record<string, string>> = {
  '/sign-in/email': 'password',
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'recovery_code',
  '/passkey/verify-authentication': 'passkey',
}

/** The requests of /auth that the product uses; better-auth's others do not exist for the outside. */
export const openAuthPaths: ReadonlySet<string> = new Set([
  ...Object.keys(actionByPath),
  ...Object.keys(proofByPath),
  '/passkey/generate-register-options',
  '/passkey/generate-authenticate-options',
])

interface Outcome {
  readonly path: string
  readonly refusal: string | undefined
  /** Who was signed in before the request. */
  readonly userId: string | undefined
  /** Who is signed in by the request. */
  readonly newUserId: string | undefined
  readonly email: string | undefined
  /** The mark of somebody who has given a password and still owes the second factor. */
  readonly challenge: string | undefined
}

/** A better-auth plugin that writes the audit event of each request into the request's own transaction. */
export function auditSignIns(deps: Deps, { tx, userId }: { tx: Tx; userId: UserId | undefined }) {
  const handler = createAuthMiddleware(async (request) => {
    const { path, context, body } = request
    const challengeCookie = context.createAuthCookie('two_factor').name
    const outcome: Outcome = {
      path,
      refusal: isAPIError(context.returned) ? codeOf(context.returned.body) : undefined,
      userId,
      newUserId: context.newSession?.user.id,
      email: emailInBody(body),
      challenge: (await request.getSignedCookie(challengeCookie, context.secret)) || undefined,
    }
    const note = noteOf(outcome)
    if (note !== undefined) await write(deps, tx, { outcome, note })
  })
  return { id: 'audit-sign-ins', hooks: { after: [{ matcher: () => true, handler }] } }
}

type Note = Pick<AuditNote, 'action' | 'after' | 'reason'>

function noteOf({ path, refusal, userId, newUserId }: Outcome): Note | undefined {
  const proof = proofByPath[path]
  if (proof === undefined) {
    const action = actionByPath[path]
    return refusal === undefined && action !== undefined ? { action } : undefined
  }
  // The same request that completes a sign-in also confirms a second factor that is being set up.
  const isEnrolment = userId !== undefined && path === '/two-factor/verify-totp'
  if (isEnrolment) return refusal === undefined ? { action: 'user.enable_second_factor' } : undefined
  if (refusal !== undefined) return { action: 'user.sign_in_refused', after: { proof }, reason: refusal }
  return newUserId === undefined ? undefined : { action: 'user.sign_in', after: { proof } }
}

async function write(deps: Deps, tx: Tx, { outcome, note }: { outcome: Outcome; note: Note }): Promise<void> {
  const actorId = outcome.userId ?? outcome.newUserId ?? null
  // A refused address may be anything that was typed, a password included: only a known person's id is kept.
  const subjectId = actorId ?? (await userMeantBy(tx, outcome)) ?? 'unknown'
  await tx.auditEvent.create({
    data: { id: deps.newId(), at: deps.now(), actorId, subjectKind: 'user', subjectId, reason: '', ...note },
  })
}

/** Whose account a request was about that nobody was signed in for. */
async function userMeantBy(tx: Tx, { email, challenge }: Outcome): Promise<string | undefined> {
  if (email !== undefined) return (await tx.user.findUnique({ where: { email }, select: { id: true } }))?.id
  if (challenge === undefined) return undefined
  return (await tx.verification.findFirst({ where: { identifier: challenge }, select: { value: true } }))?.value
}

function codeOf(body: unknown): string {
  const code = typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined
  return typeof code === 'string' ? code : 'UNKNOWN'
}
