import type { Db } from '@sasaeai/db/database'
import { type BackgroundWork, hangBell } from './work-bell.ts'

/** A worker of this server. */
export interface WorkLoop {
  /** Takes up nothing further and waits for the piece of work at hand. */
  stop(): Promise<void>
}

interface WorkLoopParts {
  readonly db: Db
  readonly work: BackgroundWork
  /** How soon a server takes up what another one has left behind, or what is due again. */
  readonly lookEveryMs: number
  /** Works off all that there is, one piece after the other, as long as it may go on. */
  readonly workOff: (mayGoOn: () => boolean) => Promise<void>
  /** A fault of ours, or the database did not answer. */
  readonly onFault: (error: unknown) => void
}

/**
 * Does work in the background: at once what this server was asked for (`ringBell`), within a while what is left from
 * elsewhere. Never twice at the same time in one server; that two servers do not do the same is up to the work itself.
 */
export function startWorkLoop({ db, work, lookEveryMs, workOff, onFault }: WorkLoopParts): WorkLoop {
  let isStopping = false
  let atWork: Promise<void> | undefined
  let isAskedAgain = false
  const mayGoOn = () => !isStopping

  async function workOffAll(): Promise<void> {
    while (isAskedAgain && mayGoOn()) {
      isAskedAgain = false
      await workOff(mayGoOn)
    }
  }

  function look(): void {
    isAskedAgain = true
    if (isStopping || atWork !== undefined) return
    atWork = workOffAll()
      .catch(onFault)
      .finally(() => {
        atWork = undefined
      })
  }

  hangBell(db, work, look)
  const timer = setInterval(look, lookEveryMs)
  timer.unref()
  look()
  return {
    async stop() {
      isStopping = true
      clearInterval(timer)
      await atWork
    },
  }
}
