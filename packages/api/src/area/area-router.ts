import { saveAreaSchema, saveAreaTypesSchema, saveHouseholdsSchema } from '@sasaeai/domain/area/area-details'
import { areaExportSchema } from '@sasaeai/domain/area/area-export-input'
import { applyAreaImportSchema, areaImportSchema } from '@sasaeai/domain/area/area-import-input'
import { fiscalYearSchema } from '@sasaeai/domain/calendar/fiscal-year-schema'
import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { lookupSchema } from '@sasaeai/domain/text/lookup-input'
import { z } from 'zod'
import { groundItemProcedures } from '../council/ground-item-procedures.ts'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { applyAreaImport } from './apply-area-import.ts'
import { listAreas, listAreaTypes, listHouseholds, lookupAreas } from './area-queries.ts'
import { areaTable } from './area-table.ts'
import { exportAreas, exportAreaTypes } from './export-areas.ts'
import { previewAreaImport } from './preview-area-import.ts'
import { saveAreaTypes } from './save-area-types.ts'
import { saveHouseholds } from './save-households.ts'

/** 地域: one tree, its types, and households. */
export const areaRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listAreas(ctx.deps)),
  types: procedureFor('ground.read').query(({ ctx }) => listAreaTypes(ctx.deps)),
  households: procedureFor('ground.read')
    .input(z.object({ fiscalYear: fiscalYearSchema }))
    .query(({ ctx, input }) => listHouseholds(ctx.deps, input.fiscalYear)),
  lookup: procedureFor('ground.read')
    .input(lookupSchema)
    .query(({ ctx, input }) => lookupAreas(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveAreaSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: areaTable, ...input })),
  ...groundItemProcedures(areaTable),
  saveTypes: procedureFor('ground.manage')
    .input(saveAreaTypesSchema)
    .mutation(({ ctx, input }) => saveAreaTypes(ctx.deps, ctx.actor, input)),
  saveHouseholds: procedureFor('ground.manage')
    .input(saveHouseholdsSchema)
    .mutation(({ ctx, input }) => saveHouseholds(ctx.deps, ctx.actor, input)),
  previewImport: procedureFor('ground.manage')
    .input(areaImportSchema)
    .mutation(({ ctx, input }) => previewAreaImport(ctx.deps, input)),
  applyImport: procedureFor('ground.manage')
    .input(applyAreaImportSchema)
    .mutation(({ ctx, input }) => applyAreaImport(ctx.deps, ctx.actor, input)),
  export: procedureFor('ground.read')
    .input(areaExportSchema)
    .mutation(({ ctx, input }) => exportAreas(ctx.deps, input)),
  exportTypes: procedureFor('ground.read')
    .input(exportAskingSchema)
    .mutation(({ ctx, input }) => exportAreaTypes(ctx.deps, input)),
})
