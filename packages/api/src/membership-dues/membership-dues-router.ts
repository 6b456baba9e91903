import { saveDuesKindSchema } from '@sasaeai/domain/membership-dues/terms/dues-kind-details'
import { groundItemProcedures } from '../council/ground-item-procedures.ts'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { duesKindTable } from './terms/dues-kind-table.ts'
import { duesMaterialRouter } from './material/dues-material-router.ts'
import { duesProgressProcedures } from './progress/dues-progress-router.ts'
import { duesRequestRouter } from './request/dues-request-router.ts'
import { duesRulesRouter } from './terms/dues-rules-router.ts'
import { duesYearProcedures } from './year/dues-year-router.ts'
import { memberRouter } from './member/member-router.ts'
import { outreachRouter } from './outreach/outreach-router.ts'
import { prospectRouter } from './prospect/prospect-router.ts'
import { duesTermsRouter } from './terms/dues-terms-router.ts'
import { shareBackRateRouter } from './share-back/share-back-rate-router.ts'
import { shareBackRouter } from './share-back/share-back-router.ts'
import { payerRouter } from './payer/payer-router.ts'

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
