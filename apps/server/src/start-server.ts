import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { Deps } from '@sasaeai/api/deps'
import { startDocumentWorker } from '@sasaeai/api/document/document-worker'
import type { WorkLoop } from '@sasaeai/api/document/work-loop'
import { startReadAhead } from '@sasaeai/api/funding-indicator/read-ahead'
import { startReportReminder } from '@sasaeai/api/funding-indicator/external-fund/report-reminder-worker'
import { startCallWorker } from '@sasaeai/api/online-giving/call/call-worker'
import { startDemoWorker } from '@sasaeai/api/online-giving/demo/demo-worker'
import { startEventWorker } from '@sasaeai/api/online-giving/event/event-worker'
import { startMissedEventsWorker } from '@sasaeai/api/online-giving/event/missed-events-worker'
import { mailFollowers } from '@sasaeai/api/mail-followers-by-kind'
import { paperMakers } from '@sasaeai/api/paper-makers'
import { readAuthSecret } from '@sasaeai/api/user/auth-secret'
import { ascendingUuids } from '@sasaeai/domain/uuid-v7'
import type { Express } from 'express'
import type { Environment } from './environment.ts'
import type { Stoppable } from './graceful-stop.ts'
import { mailSettingsOf, type SmtpSettings } from './mail/smtp-settings.ts'
import type { ServerPlace } from './payments/demo-payments.ts'
import { openPayments, paymentDoor } from './payments/open-payments.ts'
import { serverGateways } from './payments/server-gateways.ts'
import { describeError, openLog } from './request-log.ts'
import { seedFirstStart } from './seed-first-start.ts'
import { startDatabase } from './start-database.ts'
import { listenRefusal } from './start-up-refusal.ts'

/**
 * The whole product, from its database to its open port. What `begin` does with it is part of the start: where it fails,
 * the database is closed again.
 * @throws StartUpRefusal when a person has to do something about it.
 */
export async function startServer(environment: Environment, begin: (running: Stoppable) => Promise<void>): Promise<void> {
  const log = openLog(environment.LOG_LEVEL)
  const giveUp = (error: unknown) => {
    log.fatal({ error: describeError(error) }, 'the embedded database is lost')
    process.exit(1)
  }
  const watch = { announce: (sentence: string) => log.warn(sentence), onLost: giveUp }
  // The program is read while the database starts.
  const [database, { createWebApplication }] = await Promise.all([
    startDatabase(environment, watch),
    import('./web-application.ts'),
  ])
  const { db } = database
  const mail = mailSettingsOf(environment)
  const gateways = serverGateways(() => new Date())
  const door = paymentDoor()
  const deps: Deps = {
    db,
    now: () => new Date(),
    newId: ascendingUuids(Date.now, () => randomBytes(10)),
    ...(mail === null ? {} : { mailFrom: mail.sender.address }),
    gateways,
    demoGateway: door.gateway,
  }
  let secret: Promise<string> | undefined
  const readSecret = () => (secret ??= environment.AUTH_SECRET === undefined ? readAuthSecret(db) : Promise.resolve(environment.AUTH_SECRET))
  let isStopping = false
  const app = createWebApplication({ environment, deps, log, readSecret, isStopping: () => isStopping, demoGateway: door.handle })
  try {
    await seedFirstStart(database, environment)
    let place: ServerPlace = { host: '', port: 0 }
    await openPayments({ deps, environment, gateways, door, place: () => place })
    const server = await listen(app, environment)
    place = placeOf(environment, server)
    const onFault = (work: string) => (error: unknown) => log.error({ error: describeError(error) }, work)
    const workers = [
      startDocumentWorker({ deps, makers: paperMakers, onFault: onFault('papers') }),
      startEventWorker({ deps, onFault: onFault('gateway events') }),
      startMissedEventsWorker({ deps, onFault: onFault('missed gateway events') }),
      startCallWorker({ deps, onFault: onFault('gateway calls') }),
      startReadAhead({ deps, afterMs: 1_500, onFault: onFault('reading ahead') }),
      ...(door.demo === null ? [] : [startDemoWorker({ deps, onFault: onFault('demo gateway') }), door.demo]),
      ...(mail === null ? [] : [await startMail(deps, mail, onFault('mail')), startReportReminder({ deps, onFault: onFault('report reminders') })]),
    ]
    await begin({ server, workers, log, database, onStop: () => { isStopping = true } })
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Sends queued mails from this server. What speaks SMTP is read with the first mail that is due. */
async function startMail(deps: Deps, settings: SmtpSettings, onFault: (error: unknown) => void): Promise<WorkLoop> {
  const { startMailSender } = await import('@sasaeai/api/letter/outbox/mail-sender')
  const openCarrier = async () => (await import('./mail/smtp-carrier.ts')).openSmtpCarrier(settings)
  return startMailSender({ deps, openCarrier, followers: mailFollowers, onFault })
}

/** How the server reaches itself. */
function placeOf({ HOST: host }: Environment, server: Server): ServerPlace {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const isEverywhere = host === '0.0.0.0' || host === '::'
  return { host: isEverywhere ? '127.0.0.1' : host, port }
}

async function listen(app: Express, { HOST: host, PORT: port }: Environment) {
  const server = createServer(app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenRefusal(error, { host, port })))
    server.listen({ host, port }, resolve)
  })
  return server
}
