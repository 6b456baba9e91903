import { giverListSchema, retentionSchema } from '@sasaeai/domain/funding-indicator/executive/retention-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { listGivers } from './list-givers.ts'
import { readRetention } from './read-retention.ts'

const now = { position: null }

/** 経営のページ: what changed, why, and what is at risk. */
export const executiveRouter = router({
  retention: procedureFor('report.read').input(retentionSchema).query(({ ctx, input }) => readRetention(ctx.deps, { ...input, at: now })),
  givers: procedureFor('donation.read').input(giverListSchema).query(({ ctx, input }) => listGivers(ctx.deps, { ...input, at: now })),
})
