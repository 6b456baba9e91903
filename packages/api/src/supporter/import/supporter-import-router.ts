import { asFile, exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { chooseImportSchema, importLinesSchema, mapImportSchema, seenImportSchema, startImportSchema, wholeImportSchema } from '@sasaeai/domain/supporter/import/supporter-import-input'
import { TRPCError } from '@trpc/server'
import { procedureFor, router } from '../../procedure-for.ts'
import { chooseImportLines } from './choose-import-lines.ts'
import { exportImportLines, exportSupporterImports } from './export-supporter-imports.ts'
import { mapSupporterImport, startSupporterImport } from './start-supporter-import.ts'
import { listImportLines, listSupporterImports, readSupporterImport } from './supporter-import-queries.ts'
import { takeInSupporters } from './take-in-supporters.ts'
import { discardSupporterImport, undoSupporterImport } from './undo-supporter-import.ts'

/** 名簿の取込み. */
export const supporterImportRouter = router({
  list: procedureFor('supporter.import').query(({ ctx }) => listSupporterImports(ctx.deps)),
  export: procedureFor('supporter.import')
    .input(exportAskingSchema)
    .mutation(({ ctx, input }) => exportSupporterImports(ctx.deps, input)),
  exportLines: procedureFor('supporter.import')
    .input(asFile(wholeImportSchema))
    .mutation(({ ctx, input }) => exportImportLines(ctx.deps, ctx.actor, input)),
  get: procedureFor('supporter.import')
    .input(seenImportSchema)
    .query(async ({ ctx, input }) => {
      const opened = await readSupporterImport(ctx.deps, input.importId)
      if (opened === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'この取込みはありません。' })
      return opened
    }),
  lines: procedureFor('supporter.import')
    .input(importLinesSchema)
    .query(({ ctx, input }) => listImportLines(ctx.deps, input)),
  start: procedureFor('supporter.import')
    .input(startImportSchema)
    .mutation(({ ctx, input }) => startSupporterImport(ctx.deps, ctx.actor, input)),
  map: procedureFor('supporter.import')
    .input(mapImportSchema)
    .mutation(({ ctx, input }) => mapSupporterImport(ctx.deps, input)),
  choose: procedureFor('supporter.import')
    .input(chooseImportSchema)
    .mutation(({ ctx, input }) => chooseImportLines(ctx.deps, input)),
  takeIn: procedureFor('supporter.import')
    .input(seenImportSchema)
    .mutation(({ ctx, input }) => takeInSupporters(ctx.deps, ctx.actor, input.importId)),
  undo: procedureFor('supporter.import')
    .input(seenImportSchema)
    .mutation(({ ctx, input }) => undoSupporterImport(ctx.deps, ctx.actor, input.importId)),
  discard: procedureFor('supporter.import')
    .input(seenImportSchema)
    .mutation(({ ctx, input }) => discardSupporterImport(ctx.deps, ctx.actor, input.importId)),
})
