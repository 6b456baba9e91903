import { asFile } from '@sasaeai/domain/document/export-format'
import { grantListSchema } from '@sasaeai/domain/grant/grant-list-input'
import { grantReviewSchema } from '@sasaeai/domain/grant/review/grant-review-input'
import { readPageMoment } from '../ledger/report-moment.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { grantApplicationRouter } from './application/grant-application-router.ts'
import { grantCallRouter, grantKindRouter } from './call/grant-call-router.ts'
import { grantCommitteeRouter } from './committee/grant-committee-router.ts'
import { exportGrantList } from './export/export-grant-list.ts'
import { reliefClassRouter, reliefRouter } from './relief/relief-router.ts'
import { readGrantReview } from './review/read-grant-review.ts'

/** 助成: what is given away, from the call to the report. */
export const grantRouter = router({
  kind: grantKindRouter,
  // The plural, because `call` is a word that tRPC keeps for itself.
  calls: grantCallRouter,
  application: grantApplicationRouter,
  committee: grantCommitteeRouter,
  relief: reliefRouter,
  reliefClass: reliefClassRouter,
  review: procedureFor('grant.read')
    .input(grantReviewSchema)
    .query(async ({ ctx, input }) => readGrantReview(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  exportList: procedureFor('grant.read')
    .input(asFile(grantListSchema))
    .mutation(({ ctx, input }) => exportGrantList(ctx.deps, ctx.actor, input)),
})
