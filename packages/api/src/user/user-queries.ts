import type { Db } from '@sasaeai/db/database'
import type { Deps } from '../deps.ts'
import { id } from '@sasaeai/domain/ids'

/** Everybody who may or might once sign in, those in use first. A council has a few dozen at the most. */
export async function listUsers(db: Db) {
  const [users, lastSignIns] = await Promise.all([
    db.prisma.user.findMany({
      where: { isProgram: false },
      select: {
        id: true, name: true, email: true, role: true, disabledAt: true, twoFactorEnabled: true,
        _count: { select: { passkeys: true } },
      },
      orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }],
    }),
    db.prisma.auditEvent.groupBy({ by: ['actorId'], where: { action: 'user.sign_in' }, _max: { at: true } }),
  ])
  const signedInAt = new Map(lastSignIns.map(({ actorId, _max }) => [actorId, _max.at?.toISOString() ?? null]))
  return users.map(({ _count, disabledAt, ...user }) => ({
    ...user,
    id: id<'UserId'>(user.id),
    isDisabled: disabledAt !== null,
    passkeys: _count.passkeys,
    /** Null for those who have never signed in. */
    lastSignedInAt: signedInAt.get(user.id) ?? null,
  }))
}

/** What a person sees of their own account: how they can sign in, and where they are signed in. */
export async function readOwnAccount({ db, now }: Deps, who: { userId: string; sessionId: string | undefined }) {
  const user = await db.prisma.user.findUniqueOrThrow({
    where: { id: who.userId },
    select: {
      name: true, email: true, role: true, twoFactorEnabled: true,
      passkeys: { select: { id: true, name: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
      sessions: {
        select: { id: true, createdAt: true, ipAddress: true, userAgent: true },
        where: { expiresAt: { gt: now() } },
        orderBy: { createdAt: 'desc' },
      },
    },
  })
  return {
    ...user,
    passkeys: user.passkeys.map((passkey) => ({ ...passkey, createdAt: passkey.createdAt?.toISOString() ?? null })),
    sessions: user.sessions.map(({ createdAt, ...session }) => ({
      ...session,
      createdAt: createdAt.toISOString(),
      isThisOne: session.id === who.sessionId,
    })),
  }
}
