import {
  formBlockSchema,
  formYearSchema,
  putBackFormsSchema,
  recordFormsSchema,
  saveFormBlockSchema,
  seenFormBlockSchema,
} from '@sasaeai/domain/community-chest/receipt-form/receipt-form-input'
import { asFile } from '@sasaeai/domain/document/export-format'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportFormBlock, exportForms } from './export-forms.ts'
import { formsOfYear, readFormBlock } from './form-queries.ts'
import { putBackForms, recordForms } from './record-forms.ts'
import { removeFormBlock, saveFormBlock } from './save-form-block.ts'

/** 領収書用紙 of the 共同募金会. They name who was given a receipt, so they are read by those who read receipts. */
export const receiptFormRouter = router({
  list: procedureFor('receipt.read')
    .input(formYearSchema)
    .query(({ ctx, input }) => formsOfYear(ctx.deps, input.fiscalYear)),
  get: procedureFor('receipt.read')
    .input(formBlockSchema)
    .query(({ ctx, input }) => readFormBlock(ctx.deps, input.blockId)),
  export: procedureFor('receipt.read')
    .input(asFile(formYearSchema))
    .mutation(({ ctx, input }) => exportForms(ctx.deps, ctx.actor, input)),
  exportBlock: procedureFor('receipt.read')
    .input(asFile(formBlockSchema))
    .mutation(({ ctx, input }) => exportFormBlock(ctx.deps, ctx.actor, input)),
  saveBlock: procedureFor('chest.write')
    .input(saveFormBlockSchema)
    .mutation(({ ctx, input }) => saveFormBlock(ctx.deps, ctx.actor, input)),
  removeBlock: procedureFor('chest.write')
    .input(seenFormBlockSchema)
    .mutation(({ ctx, input }) => removeFormBlock(ctx.deps, ctx.actor, input)),
  record: procedureFor('chest.write')
    .input(recordFormsSchema)
    .mutation(({ ctx, input }) => recordForms(ctx.deps, ctx.actor, input)),
  putBack: procedureFor('chest.write')
    .input(putBackFormsSchema)
    .mutation(({ ctx, input }) => putBackForms(ctx.deps, ctx.actor, input)),
})
