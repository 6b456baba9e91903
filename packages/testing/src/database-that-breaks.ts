import type { Db } from '@sasaeai/db/database'
import type { Tx } from '@sasaeai/db/in-transaction'
import { onServer } from './test-cluster.ts'

/**
 * The same database, but the connection of a transaction is cut before its statement number `cutAt`, as when the
 * server is killed in the middle. Counts the statements of a transaction that ran to its end.
 */
export function databaseThatBreaks(db: Db, ownerUrl: string, cutAt: number): { db: Db; statements: () => number } {
  let statements = 0
  const cut = async (tx: Tx) => {
    statements += 1
    if (statements !== cutAt) return
    const rows = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
    await onServer(ownerUrl, `SELECT pg_terminate_backend(${rows[0]?.pid ?? 0})`)
  }
  const counting = <Target extends object>(target: Target, tx: Tx): Target =>
    new Proxy(target, {
      get(of, name) {
        const member: unknown = Reflect.get(of, name)
        if (typeof member === 'object' && member !== null) return counting(member, tx)
        if (typeof member !== 'function') return member
        return async (...given: unknown[]) => {
          await cut(tx)
          return Reflect.apply(member, of, given)
        }
      },
    })
  const prisma = new Proxy(db.prisma, {
    get(of, name) {
      if (name !== '$transaction') return Reflect.get(of, name)
      return (work: (tx: Tx) => Promise<unknown>) =>
        of.$transaction((tx) => work(counting(tx, tx)), { isolationLevel: 'ReadCommitted' })
    },
  })
  return { db: { ...db, prisma }, statements: () => statements }
}

/** The same, and nothing that is asked afterwards is answered: the whole process is gone, not one connection of it. */
export function databaseThatDies(db: Db, ownerUrl: string, cutAt: number): Db {
  const broken = databaseThatBreaks(db, ownerUrl, cutAt)
  const untilDeath = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(of, name) {
        if (broken.statements() >= cutAt) throw new Error('the process is gone')
        const member: unknown = Reflect.get(of, name)
        return typeof member === 'function' ? member.bind(of) : member
      },
    })
  return { ...broken.db, prisma: untilDeath(broken.db.prisma), pool: untilDeath(db.pool) }
}
