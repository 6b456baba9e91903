import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { previewLetterSchema } from '@sasaeai/domain/letter/letter-input'
import { saveLetterTemplateSchema } from '@sasaeai/domain/letter/letter-template-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { letterPreview } from '../compose/letter-preview.ts'
import { exportLetterTemplates } from './export-letter-templates.ts'
import { letterTemplateTable as table, listLetterTemplates } from './letter-template-table.ts'

/** 文書のひな形 */
export const letterTemplateRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listLetterTemplates(ctx.deps.db)),
  export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportLetterTemplates(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveLetterTemplateSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table, ...input })),
  ...groundItemProcedures(table),
  preview: procedureFor('ground.manage')
    .input(previewLetterSchema)
    .mutation(({ ctx, input }) => letterPreview(ctx.deps, input)),
})
