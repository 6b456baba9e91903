import type { Deps } from '@sasaeai/api/deps'
import type { DemoGateway } from '@sasaeai/stripe-gateway/demo/demo-gateway'
import type { RequestHandler } from 'express'
import type { Environment } from '../environment.ts'
import type { DemoPayments, ServerPlace } from './demo-payments.ts'
import { refuseMisplacedKeys } from './payment-keys.ts'
import type { ServerGateways } from './server-gateways.ts'

/** The part of the web site that is the demo gateway's, where this server has one. */
export interface PaymentDoor {
  readonly handle: RequestHandler
  /** Behind the door. */
  demo: DemoPayments | null
  /** What staff and the worker ask; null where there is none. */
  readonly gateway: () => Promise<DemoGateway | null>
}

export function paymentDoor(): PaymentDoor {
  const door: PaymentDoor = {
    demo: null,
    handle: (request, response, next) => (door.demo === null ? next() : door.demo.handle(request, response, next)),
    gateway: async () => door.demo?.gateway() ?? null,
  }
  return door
}

interface PaymentParts {
  readonly deps: Deps
  readonly environment: Environment
  readonly gateways: ServerGateways
  readonly door: PaymentDoor
  readonly place: () => ServerPlace
}

/**
 * Says who takes payments: the gateway behind the keys of the environment or, in a demo council without any key, the demo
 * gateway. A real council without keys takes none.
 * @throws StartUpRefusal for keys that do not fit the council.
 */
export async function openPayments({ deps, environment, gateways, door, place }: PaymentParts): Promise<void> {
  const { paymentKeys, STRIPE_API_HOST: host, STRIPE_API_PORT: port, STRIPE_API_PROTOCOL: protocol } = environment
  const isDemo = await isDemoCouncil(deps)
  refuseMisplacedKeys(paymentKeys, isDemo)
  if (paymentKeys.size > 0) {
    const elsewhere = { ...(host === undefined ? {} : { host }), ...(port === undefined ? {} : { port: Number(port) }), ...(protocol === undefined ? {} : { protocol }) }
    gateways.open((accountCode) => {
      const keys = paymentKeys.get(accountCode)
      return keys === undefined ? null : { account: { secretKey: keys.secretKey, ...elsewhere }, webhookSecret: keys.webhookSecret }
    })
  } else if (isDemo) {
    const { openDemoPayments } = await import('./demo-payments.ts')
    const demo = await openDemoPayments(deps, place)
    door.demo = demo
    gateways.open((accountCode) => demo.accessOf(accountCode))
  }
}

/** One that is still to be set up will be real: a demo comes from the seed. */
async function isDemoCouncil({ db }: Deps): Promise<boolean> {
  const { rows } = await db.pool.query<{ isDemo: boolean }>('SELECT is_demo AS "isDemo" FROM council')
  return rows[0]?.isDemo ?? false
}
