import { cashCountListSchema, postCashCountSchema } from '@sasaeai/domain/community-chest/point/cash-count-input'
import { collectionPointListSchema } from '@sasaeai/domain/community-chest/point/collection-point-details'
import { procedureFor, router } from '../../procedure-for.ts'
import { listCashCounts } from './cash-count-queries.ts'
import { listCollectionPoints } from './collection-point-queries.ts'
import { postCashCount } from './post-cash-count.ts'

/** 募金の場所・機会 and what is counted out of them. */
export const pointRouter = router({
  list: procedureFor('chest.read')
    .input(collectionPointListSchema)
    .query(({ ctx, input }) => listCollectionPoints(ctx.deps, input.fiscalYear)),
  counts: procedureFor('chest.read')
    .input(cashCountListSchema)
    .query(({ ctx, input }) => listCashCounts(ctx.deps, input.fiscalYear)),
  postCount: procedureFor('chest.write')
    .input(postCashCountSchema)
    .mutation(({ ctx, input }) => postCashCount(ctx.deps, ctx.actor, input)),
})
