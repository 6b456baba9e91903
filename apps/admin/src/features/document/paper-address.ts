import type { AppRouter } from '@sasaeai/api'
import type { inferRouterOutputs } from '@trpc/server'

export type DocumentRun = inferRouterOutputs<AppRouter>['document']['list']['rows'][number]

/** Where a finished paper is opened. */
export function paperAddress(documentId: string): string {
  return `/papers/${documentId}`
}
