import type { Deps } from '@sasaeai/api/deps'
import { readDemoSecret } from '@sasaeai/api/online-giving/demo/demo-secret'
import { demoStoreInDatabase } from '@sasaeai/api/online-giving/demo/demo-store-in-database'
import { storeEvent } from '@sasaeai/api/online-giving/event/store-event'
import type { DemoGateway } from '@sasaeai/stripe-gateway/demo/demo-gateway'
import { demoKeys } from '@sasaeai/stripe-gateway/demo/demo-keys'
import type { RequestHandler } from 'express'
import { statusOfStored } from '../payment-webhook.ts'
import type { GatewayAccess } from './server-gateways.ts'

/** Where this server reaches itself. Known once it listens. */
export interface ServerPlace {
  readonly host: string
  readonly port: number
}

/** デモの決済会社 inside this server: it is read with the first order or page of it. */
export interface DemoPayments {
  accessOf(accountCode: string): GatewayAccess
  /** Answers what is meant for it. */
  readonly handle: RequestHandler
  gateway(): Promise<DemoGateway>
  stop(): Promise<void>
}

export async function openDemoPayments(deps: Deps, place: () => ServerPlace): Promise<DemoPayments> {
  const keys = demoKeys(await readDemoSecret(deps.db))
  let loading: Promise<DemoGateway> | undefined
  const load = async () => {
    const { createDemoGateway } = await import('@sasaeai/stripe-gateway/demo/demo-gateway')
    return createDemoGateway({
      store: demoStoreInDatabase(deps.db),
      keys,
      deliver: async (accountCode, body, signature) => statusOfStored[await storeEvent(deps, { accountCode, body, signature })],
    })
  }
  const demo = () => (loading ??= load())
  return {
    accessOf(accountCode) {
      const { host, port } = place()
      return { account: { secretKey: keys.secretKey(accountCode), host, port, protocol: 'http' }, webhookSecret: keys.webhookSecret(accountCode) }
    },
    async handle(request, response, next) {
      if (!/^\/(?:v1|demo-gateway)\//.test(request.path) || !(await (await demo()).handle(request, response))) next()
    },
    gateway: demo,
    async stop() {
      await (await loading)?.close()
    },
  }
}
