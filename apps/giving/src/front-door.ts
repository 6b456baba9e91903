import type { AppRouter } from '@sasaeai/api'
import { createTRPCClient, httpLink } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'

/** What the server tells the public about the council, or that there is none yet. */
export type FrontDoor = inferRouterOutputs<AppRouter>['setUp']['frontDoor']

const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/trpc' })] })

/** Asks once per page: the answer changes about once in a decade. */
export function readFrontDoor(): Promise<FrontDoor> {
  return client.setUp.frontDoor.query()
}
