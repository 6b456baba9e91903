import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

/** The operating system's account under which PostgreSQL runs when the product itself runs as root. */
export interface ServerAccount {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const run = promisify(execFile)

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the owner of a `cluster` that exists already,
 * else `postgres` or `nobody`. Undefined when it may simply run as whoever started the product.
 */
export async function accountForServer(cluster: string): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const existing = await stat(cluster).catch(() => undefined)
  if (existing !== undefined && existing.uid !== 0) {
    return { name: `uid ${existing.uid}`, uid: existing.uid, gid: existing.gid }
  }
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([idOf(name, '-u'), idOf(name, '-g')])
    if (uid !== undefined && gid !== undefined) return { name, uid, gid }
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody" to run it as: start the product ' +
      'as another user, or set DATABASE_URL to a PostgreSQL server.',
  )
}

/** What on the way to `target`, itself included, `account` may not enter; undefined when the way is free. */
export async function firstClosed(target: string, account: ServerAccount): Promise<string | undefined> {
  const way = [target]
  for (let at = target; at !== path.dirname(at); at = path.dirname(at)) way.unshift(path.dirname(at))
  for (const step of way) {
    const entry = await stat(step).catch(() => undefined)
    if (entry === undefined) return undefined
    const enterBit = entry.uid === account.uid ? 0o100 : entry.gid === account.gid ? 0o010 : 0o001
    if ((entry.mode & enterBit) === 0) return step
  }
  return undefined
}

async function idOf(name: string, which: '-u' | '-g'): Promise<number | undefined> {
  try {
    const { stdout } = await run('id', [which, name])
    // Some systems print "nobody" as 4294967294, which Node takes only as the signed -2.
    return Number(stdout.trim()) | 0
  } catch {
    return undefined
  }
}
