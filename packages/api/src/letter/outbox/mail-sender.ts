import { startWorkLoop, type WorkLoop } from '../../document/work-loop.ts'
import type { MailCarrier } from './mail-carrier.ts'
import { type MailWork, sendNextMail } from './send-next-mail.ts'

/** How long it leaves a mail server alone that did not answer or did not let it in. */
const restMs = 60_000

/**
 * Sends queued mails from this server, one at a time: at once those queued here, within seconds those that are due again or
 * that another server left behind. Any number of servers may have a sender; each mail is sent by one of them.
 */
export function startMailSender({ openCarrier, ...rest }: MailWork): WorkLoop {
  let restUntilMs = 0
  let carrier: Promise<MailCarrier> | undefined
  // What speaks SMTP is read with the first mail that is due: a server without mail does not carry it.
  const work = { ...rest, openCarrier: () => (carrier ??= openCarrier()) }
  return startWorkLoop({
    db: rest.deps.db,
    work: 'mail',
    lookEveryMs: 15_000,
    onFault: rest.onFault,
    async workOff(mayGoOn) {
      let became: Awaited<ReturnType<typeof sendNextMail>> = 'done'
      while (became === 'done' && mayGoOn() && performance.now() >= restUntilMs) became = await sendNextMail(work)
      if (became === 'server_down') restUntilMs = performance.now() + restMs
      if (carrier !== undefined) (await carrier).rest()
    },
  })
}
