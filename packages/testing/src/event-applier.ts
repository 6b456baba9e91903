import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** Starts to apply events of a database in a process of its own. End it by `kill('SIGKILL')`. */
export async function startEventApplier(databaseUrl: string): Promise<ChildProcess> {
  const child = fork(path.join(import.meta.dirname, 'event-applier-process.ts'))
  await once(child, 'message')
  child.send(databaseUrl)
  return child
}
