import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import { wireOfGround } from '@sasaeai/domain/ledger/ground-data-wire'
import { postingFilterSchema } from '@sasaeai/domain/ledger/posting-filter-schema'
import { correctEntrySchema, reverseEntrySchema } from '@sasaeai/domain/ledger/reversal'
import { supporterMoneySchema } from '@sasaeai/domain/ledger/supporter-money-input'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { readCouncil } from '../council/council-queries.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { checkLedger } from './check-ledger.ts'
import { correctEntry } from './correct-entry.ts'
import { exportLedgerCheck } from './export-ledger-check.ts'
import { exportPostingSheet } from './export-posting-sheet.ts'
import { findExportRefusal } from './export-postings.ts'
import { postContribution, postContributionSchema } from './post-contribution.ts'
import { listPostings, postingListSchema } from './posting-list-queries.ts'
import { readEntry } from './read-entry.ts'
import { readGroundData, readGroundVersion } from './read-ground-data.ts'
import { reverseEntry } from './reverse-entry.ts'
import { readSupporterMoney } from './supporter-money/read-supporter-money.ts'

/** 仕訳: what goes into the books, and what is read from them. */
export const ledgerRouter = router({
  /** What the filters and the forms of the ledger choose from. */
  ground: procedureFor('ledger.read').query(async ({ ctx }) => {
    const version = await readGroundVersion(ctx.deps.db)
    const [ground, council] = await Promise.all([readGroundData(ctx.deps.db, version), readCouncil(ctx.deps)])
    return wireOfGround(ground, council?.defaultCashAccountId ?? null)
  }),
  postings: procedureFor('ledger.read')
    .input(postingListSchema)
    .query(({ ctx, input }) => listPostings(ctx.deps, input)),
  moneyOfSupporter: procedureFor('supporter.read')
    .input(supporterMoneySchema)
    .query(({ ctx, input }) => readSupporterMoney(ctx.deps, input)),
  entry: procedureFor('ledger.read')
    .input(z.object({ entryId: journalEntryIdSchema }))
    .query(async ({ ctx, input }) => {
      const entry = await readEntry(ctx.deps, input.entryId)
      if (entry === null) throw new TRPCError({ code: 'NOT_FOUND', message: '仕訳が見つかりません。一覧から選び直してください。' })
      return entry
    }),
  /** Whether the list can go out in this encoding; the file itself is a download of its own. */
  checkExport: procedureFor('ledger.read')
    .input(z.object({ filter: postingFilterSchema, encoding: z.enum(['utf-8-bom', 'cp932']) }))
    .mutation(async ({ ctx, input }) => (await findExportRefusal(ctx.deps, input)) ?? succeed(null)),
  exportSheet: procedureFor('ledger.read')
    .input(z.object({ filter: postingFilterSchema }))
    .mutation(({ ctx, input }) => exportPostingSheet(ctx.deps, ctx.actor, input.filter)),
  check: procedureFor('ledger.check').query(({ ctx }) => checkLedger(ctx.deps)),
  /** The check itself as a file: done anew. */
  writeCheck: procedureFor('ledger.check')
    .input(exportAskingSchema)
    .mutation(({ ctx, input }) => exportLedgerCheck(ctx.deps, input)),
  postContribution: procedureFor('ledger.post')
    .input(postContributionSchema)
    .mutation(({ ctx, input }) => postContribution(ctx.deps, ctx.actor, input)),
  reverse: procedureFor('ledger.post')
    .input(reverseEntrySchema)
    .mutation(({ ctx, input }) => reverseEntry(ctx.deps, ctx.actor, input)),
  correct: procedureFor('ledger.post')
    .input(correctEntrySchema)
    .mutation(({ ctx, input }) => correctEntry(ctx.deps, ctx.actor, input)),
})
