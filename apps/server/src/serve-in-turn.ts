/**
 * For tests that use the built product in a browser: as many servers as are ordered, one after another in one process,
 * which has read its program but once. Each has a database, a port and everything else of its own, as main.ts gives it.
 */
import { readEnvironment } from './environment.ts'
import { type Stoppable, stopServing } from './graceful-stop.ts'
import { startServer } from './start-server.ts'

/** What the test's process sends; each order is answered by one OrderAnswer. */
type Order = { readonly do: 'start'; readonly databaseUrl: string; readonly port: number } | { readonly do: 'stop'; readonly port: number }
type OrderAnswer = { readonly failure: string | null }

const running = new Map<number, Stoppable>()

process.on('message', (order: Order) => {
  carryOut(order).then(
    () => answer({ failure: null }),
    (error: unknown) => answer({ failure: String(error) }),
  )
})
// Whoever ordered has ended, or was ended.
process.once('disconnect', () => process.exit(0))

async function carryOut(order: Order): Promise<void> {
  if (order.do === 'start') {
    const { databaseUrl: DATABASE_URL, port } = order
    const environment = readEnvironment({ ...process.env, DATABASE_URL, PORT: String(port), SEED: 'none', LOG_LEVEL: 'error' })
    await startServer(environment, async (started) => void running.set(port, started))
    return
  }
  const server = running.get(order.port)
  running.delete(order.port)
  if (server !== undefined) await stopServing(server)
}

function answer(message: OrderAnswer): void {
  process.send?.(message)
}
