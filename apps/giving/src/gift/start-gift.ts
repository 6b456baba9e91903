import type { AppRouter } from '@sasaeai/api'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { siteApi } from '../site/site-api.ts'

export type StartGiftWish = inferRouterInputs<AppRouter>['giving']['start']
export type StartGiftAnswer = inferRouterOutputs<AppRouter>['giving']['start']

/** What the server asks to be proved before it starts a gift. */
export const askChallenge = () => siteApi.challenge()

/** Starts a gift, or finds the one that was started under the same id. */
export const startGift = (wish: StartGiftWish) => siteApi.start(wish)
