import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import type { ServerAccount } from './server-account.ts'

/**
 * Runs one of PostgreSQL's programs to its end.
 *
 * @throws Error with what it printed when it ends with another code than 0.
 */
export function runAs(account: ServerAccount | undefined, program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      // Our own folder may be closed to the account.
      cwd: tmpdir(),
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
    })
    let printed = ''
    const collect = (chunk: Buffer) => (printed += chunk.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', () => reject(new Error(printed.trim() || `${program} failed`)))
    child.on('exit', (code) => {
      if (code !== 0) return
      // Some systems hand the pipes on to the server that was started; they must not keep us waiting or alive.
      child.stdout.destroy()
      child.stderr.destroy()
      resolve()
    })
  })
}
