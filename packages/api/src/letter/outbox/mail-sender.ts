import { hangBell } from '../../document/work-bell.ts'
import type { MailCarrier } from './mail-carrier.ts'
import { type MailWork, sendNextMail } from './send-next-mail.ts'

export interface MailSender {
  /** Takes no further mail and waits for the one under way. */
  stop(): Promise<void>
}

/** How soon a server takes up what another one has left behind, or what is due again. */
const lookEveryMs = 15_000

/** How long it leaves a mail server alone that did not answer or did not let it in. */
const restMs = 60_000

/**
 * Sends queued mails from this server, one at a time: at once those queued here, within seconds those that are due again or
 * that another server left behind. Any number of servers may have a sender; each mail is sent by one of them.
 */
export function startMailSender({ openCarrier, ...rest }: MailWork): MailSender {
  let isStopping = false
  let atWork: Promise<void> | undefined
  let isAskedAgain = false
  let restUntilMs = 0
  let carrier: Promise<MailCarrier> | undefined
  // What speaks SMTP is read with the first mail that is due: a server without mail does not carry it.
  const work = { ...rest, openCarrier: () => (carrier ??= openCarrier()) }

  const mayGoOn = () => !isStopping && performance.now() >= restUntilMs

  async function workOffAll(): Promise<void> {
    while (isAskedAgain && mayGoOn()) {
      isAskedAgain = false
      let became: Awaited<ReturnType<typeof sendNextMail>> = 'done'
      while (became === 'done' && mayGoOn()) became = await sendNextMail(work)
      if (became === 'server_down') restUntilMs = performance.now() + restMs
    }
    if (carrier !== undefined) (await carrier).rest()
  }

  function look(): void {
    isAskedAgain = true
    if (isStopping || atWork !== undefined) return
    atWork = workOffAll()
      .catch(work.onFault)
      .finally(() => {
        atWork = undefined
      })
  }

  hangBell(work.deps.db, 'mail', look)
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
