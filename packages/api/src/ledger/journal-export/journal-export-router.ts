import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { exportedEntriesSchema, journalSpanSchema, makeJournalExportSchema } from '@sasaeai/domain/ledger/journal-export/journal-export-input'
import { saveJournalProfileSchema } from '@sasaeai/domain/ledger/journal-export/journal-profile-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportJournalList } from './export-journal-list.ts'
import { exportJournalProfiles } from './export-journal-profiles.ts'
import { journalProfileTable } from './journal-profile-table.ts'
import { layStandardJournalProfiles } from './lay-standard-journal-profiles.ts'
import { listExportedEntries } from './list-exported-entries.ts'
import { listJournalExports } from './list-journal-exports.ts'
import { listJournalProfiles } from './list-journal-profiles.ts'
import { makeJournalExport } from './make-journal-export.ts'
import { previewJournalExport } from './preview-journal-export.ts'

/** 会計ソフトへの書き出し: entries go out once each, in files that can be taken again; the files are a download of their own. */
export const journalExportRouter = router({
  list: procedureFor('journalExport.read').query(({ ctx }) => listJournalExports(ctx.deps.db)),
  exportList: procedureFor('journalExport.read')
    .input(exportAskingSchema)
    .mutation(({ ctx, input }) => exportJournalList(ctx.deps, input)),
  entries: procedureFor('journalExport.read')
    .input(exportedEntriesSchema)
    .query(({ ctx, input }) => listExportedEntries(ctx.deps.db, input)),
  preview: procedureFor('journalExport.make')
    .input(journalSpanSchema)
    .mutation(({ ctx, input }) => previewJournalExport(ctx.deps, input)),
  make: procedureFor('journalExport.make')
    .input(makeJournalExportSchema)
    .mutation(({ ctx, input }) => makeJournalExport(ctx.deps, ctx.actor, input)),
  profile: router({
    list: procedureFor('journalExport.read').query(({ ctx }) => listJournalProfiles(ctx.deps.db)),
    export: procedureFor('journalExport.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportJournalProfiles(ctx.deps, input)),
    save: procedureFor('journalExport.make')
      .input(saveJournalProfileSchema)
      .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: journalProfileTable, ...input })),
    layStandard: procedureFor('journalExport.make').mutation(({ ctx }) => layStandardJournalProfiles(ctx.deps, ctx.actor)),
    ...groundItemProcedures(journalProfileTable, 'journalExport.make'),
  }),
})
