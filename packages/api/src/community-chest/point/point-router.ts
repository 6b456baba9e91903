import { cashCountListSchema, postCashCountSchema } from '@sasaeai/domain/community-chest/point/cash-count-input'
import {
  collectionPointExportSchema,
  collectionPointListSchema,
  collectionPointSchema,
  collectionPointVerbSchema,
  linkPointEntriesSchema,
  saveCollectionPointSchema,
} from '@sasaeai/domain/community-chest/point/collection-point-details'
import { asFile } from '@sasaeai/domain/document/export-format'
import { closeGroundItem, reopenGroundItem } from '../../council/close-ground-item.ts'
import { deleteGroundItem } from '../../council/delete-ground-item.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { listCashCounts } from './cash-count-queries.ts'
import { listCollectionPoints } from './collection-point-queries.ts'
import { collectionPointTable as table } from './collection-point-table.ts'
import { exportCashCounts } from './export-cash-counts.ts'
import { exportPoint } from './export-point.ts'
import { exportPoints } from './export-points.ts'
import { linkPointEntries, unlinkPointEntries } from './link-point-entries.ts'
import { collectionPointPage } from './point-entry-queries.ts'
import { postCashCount } from './post-cash-count.ts'

/** 募金の場所・機会 and what is counted out of them. */
export const pointRouter = router({
  list: procedureFor('chest.read')
    .input(collectionPointListSchema)
    .query(async ({ ctx, input }) => listCollectionPoints(ctx.deps, input.fiscalYear, await readPageMoment(ctx.deps, input.postedUntil))),
  get: procedureFor('chest.read')
    .input(collectionPointSchema)
    .query(async ({ ctx, input: { pointId, fiscalYear, postedUntil } }) =>
      collectionPointPage(ctx.deps, { pointId, year: fiscalYear }, await readPageMoment(ctx.deps, postedUntil))),
  save: procedureFor('chest.write')
    .input(saveCollectionPointSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table, ...input })),
  close: procedureFor('chest.write')
    .input(collectionPointVerbSchema)
    .mutation(({ ctx, input }) => closeGroundItem(ctx.deps, ctx.actor, { table, id: input.id })),
  reopen: procedureFor('chest.write')
    .input(collectionPointVerbSchema)
    .mutation(({ ctx, input }) => reopenGroundItem(ctx.deps, ctx.actor, { table, id: input.id })),
  remove: procedureFor('chest.write')
    .input(collectionPointVerbSchema)
    .mutation(({ ctx, input }) => deleteGroundItem(ctx.deps, ctx.actor, { table, id: input.id })),
  link: procedureFor('chest.write')
    .input(linkPointEntriesSchema)
    .mutation(({ ctx, input }) => linkPointEntries(ctx.deps, ctx.actor, input)),
  unlink: procedureFor('chest.write')
    .input(linkPointEntriesSchema)
    .mutation(({ ctx, input }) => unlinkPointEntries(ctx.deps, ctx.actor, input)),
  export: procedureFor('chest.read')
    .input(asFile(collectionPointExportSchema))
    .mutation(({ ctx, input }) => exportPoints(ctx.deps, input)),
  exportOne: procedureFor('chest.read')
    .input(asFile(collectionPointSchema))
    .mutation(({ ctx, input }) => exportPoint(ctx.deps, input)),
  exportCounts: procedureFor('chest.read')
    .input(asFile(cashCountListSchema))
    .mutation(({ ctx, input }) => exportCashCounts(ctx.deps, input)),
  counts: procedureFor('chest.read')
    .input(cashCountListSchema)
    .query(({ ctx, input }) => listCashCounts(ctx.deps, input.fiscalYear)),
  postCount: procedureFor('chest.write')
    .input(postCashCountSchema)
    .mutation(({ ctx, input }) => postCashCount(ctx.deps, ctx.actor, input)),
})
