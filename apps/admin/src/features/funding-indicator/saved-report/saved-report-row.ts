import type { AppRouter } from '@sasaeai/api'
import type { inferRouterOutputs } from '@trpc/server'

type Answers = inferRouterOutputs<AppRouter>['savedReport']

export type SavedReportRow = Answers['list']['rows'][number]
export type SavedReport = NonNullable<Answers['get']>
