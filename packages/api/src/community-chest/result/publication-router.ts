import { publicationsOfYearSchema, publishResultSchema, withdrawPublicationSchema } from '@sasaeai/domain/community-chest/result/publication-input'
import { asFile } from '@sasaeai/domain/document/export-format'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportPublications } from './export-publications.ts'
import { listPublications } from './publication-queries.ts'
import { publishResult, withdrawPublication } from './publish-result.ts'

/** 結果の公表 */
export const publicationRouter = router({
  list: procedureFor('chest.read')
    .input(publicationsOfYearSchema)
    .query(({ ctx, input }) => listPublications(ctx.deps, input.fiscalYear)),
  export: procedureFor('chest.read')
    .input(asFile(publicationsOfYearSchema))
    .mutation(({ ctx, input }) => exportPublications(ctx.deps, input)),
  publish: procedureFor('chest.manage')
    .input(publishResultSchema)
    .mutation(({ ctx, input }) => publishResult(ctx.deps, ctx.actor, input)),
  withdraw: procedureFor('chest.manage')
    .input(withdrawPublicationSchema)
    .mutation(({ ctx, input }) => withdrawPublication(ctx.deps, ctx.actor, input)),
})
