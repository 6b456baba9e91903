/** A server's worker for events of the gateway in a process of its own, so that it can be killed: see event-applier. */
import { randomBytes } from 'node:crypto'
import { startEventWorker } from '@sasaeai/api/online-giving/event/event-worker'
import { openDatabase } from '@sasaeai/db/database'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import { tellingGateways } from './telling-gateways.ts'

process.once('message', (databaseUrl: string) => {
  startEventWorker({
    deps: { db: openDatabase(databaseUrl), now: () => new Date('2026-10-20T01:00:00Z'), newId: () => uuidV7(Date.now(), randomBytes(10)), gateways: tellingGateways() },
    // What is asked of a database while the process is being killed fails in many ways; whoever comes next is not hurt by it.
    onFault: () => {},
  })
})
// Held by the line to its parent, and gone with it.
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
