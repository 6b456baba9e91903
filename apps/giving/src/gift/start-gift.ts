import type { AppRouter } from '@sasaeai/api'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { siteApi } from '../site/site-api.ts'

export type StartGiftWish = Omit<inferRouterInputs<AppRouter>['giving']['start'], 'visitId'>
export type StartGiftAnswer = inferRouterOutputs<AppRouter>['giving']['start']

/** What the server asks to be proved before it starts a gift. */
export const askChallenge = () => siteApi.challenge({ visitId: readVisitId() })

/** Starts a gift, or finds the one that was started under the same id. */
export const startGift = (wish: StartGiftWish) => siteApi.start({ ...wish, visitId: readVisitId() })

export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

const newVisitId = newId()

/** 閲覧: the same for as long as this tab is open; no cookie. A browser that keeps nothing has another one with each load. */
function readVisitId(): string {
  try {
    const visitId = sessionStorage.getItem('visit') ?? newVisitId
    sessionStorage.setItem('visit', visitId)
    return visitId
  } catch {
    return newVisitId
  }
}
