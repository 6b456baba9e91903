import { saveDuesKindSchema } from '@sasaeai/domain/membership-dues/dues-kind-details'
import { groundItemProcedures } from '../council/ground-item-procedures.ts'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { duesKindTable } from './dues-kind-table.ts'
import { duesMaterialRouter } from './dues-material-router.ts'
import { duesProgressProcedures } from './dues-progress-router.ts'
import { duesRequestRouter } from './dues-request-router.ts'
import { duesRulesRouter } from './dues-rules-router.ts'
import { duesYearProcedures } from './dues-year-router.ts'
import { memberRouter } from './member-router.ts'
import { outreachRouter } from './outreach-router.ts'
import { prospectRouter } from './prospect-router.ts'
import { duesTermsRouter } from './dues-terms-router.ts'
import { shareBackRateRouter } from './share-back-rate-router.ts'
import { shareBackRouter } from './share-back-router.ts'
import { payerRouter } from './payer-router.ts'

/** 社協会費: a year of membership dues. */
export const membershipDuesRouter = router({
  ...duesProgressProcedures,
  ...duesYearProcedures,
  kind: router({
    save: procedureFor('ground.manage')
      .input(saveDuesKindSchema)
      .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: duesKindTable, ...input })),
    ...groundItemProcedures(duesKindTable),
  }),
  terms: duesTermsRouter,
  request: duesRequestRouter,
  rates: shareBackRateRouter,
  payer: payerRouter,
  rules: duesRulesRouter,
  shareBack: shareBackRouter,
  material: duesMaterialRouter,
  member: memberRouter,
  prospect: prospectRouter,
  outreach: outreachRouter,
})
