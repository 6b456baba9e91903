import type { AddressInfo } from 'node:net'
import { announceAddresses } from './announce-addresses.ts'
import { readEnvironment } from './environment.ts'
import { stopOnSignals } from './graceful-stop.ts'
import { startServer } from './start-server.ts'
import { StartUpRefusal } from './start-up-refusal.ts'

try {
  const environment = readEnvironment(process.env)
  await startServer(environment, async (running) => {
    stopOnSignals(running)
    await announceAddresses(running.database.db, environment, portOf(running.server.address()))
  })
} catch (error) {
  if (!(error instanceof StartUpRefusal)) throw error
  process.stderr.write(`起動できません：${error.japanese}\nCannot start: ${error.message}\n`)
  process.exitCode = 1
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
