import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../app/trpc.ts'

type Intake = typeof trpc.intake

/** Who sits at the screen. */
export type SignedInPerson = inferOutput<typeof trpc.user.me>
/** A batch with everything that its page shows. */
export type BatchView = inferOutput<Intake['batch']>
export type SaveAnswer = inferOutput<Intake['save']>
/** The state of a batch that a refused save brings along. */
export type BatchState = Extract<SaveAnswer, { code: 'draft_changed_elsewhere' }>['newer']
export type PostedBatch = NonNullable<BatchView['posted']>
export type ListedBatch = inferOutput<Intake['list']>['rows'][number]
export type DailyReport = inferOutput<Intake['dailyReport']>
