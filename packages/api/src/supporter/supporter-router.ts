import { asFile } from '@sasaeai/domain/document/export-format'
import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import { supporterMoneySchema } from '@sasaeai/domain/ledger/supporter-money-input'
import { supporterDetailsSchema, updateSupporterSchema } from '@sasaeai/domain/supporter/supporter-details'
import { supporterListSchema } from '@sasaeai/domain/supporter/supporter-list-input'
import { lookupSchema } from '@sasaeai/domain/text/lookup-input'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { procedureFor, router } from '../procedure-for.ts'
import { closeSupporter, reopenSupporter } from './close-supporter.ts'
import { contactRouter } from './contact-router.ts'
import { createSupporter } from './create-supporter.ts'
import { exportSupporter, type SheetsOfSupporter } from './export-supporter.ts'
import { exportSupporters } from './export-supporters.ts'
import { listSupporters, readSupporter } from './list-supporters.ts'
import { supporterImportRouter } from './import/supporter-import-router.ts'
import { lookupSupporters } from './lookup-supporters.ts'
import { mergeRouter } from './merge/merge-router.ts'
import { postalCodeRouter } from './address/postal-code-router.ts'
import { proposeAreas } from './propose-areas.ts'
import { supporterAdditionsRouter } from './supporter-additions-router.ts'
import { updateSupporter } from './update-supporter.ts'

const supporterSchema = z.object({ supporterId: supporterIdSchema })

/** 支援者. What the other terms keep of one comes from where all terms are known. */
export function supporterRouterOf(sheetsOf: SheetsOfSupporter) {
  return router({
    contacts: contactRouter,
    merge: mergeRouter,
    import: supporterImportRouter,
    additions: supporterAdditionsRouter,
    postalCode: postalCodeRouter,
    list: procedureFor('supporter.read')
      .input(supporterListSchema)
      .query(({ ctx, input }) => listSupporters(ctx.deps, input)),
    lookup: procedureFor('supporter.read')
      .input(lookupSchema)
      .query(({ ctx, input }) => lookupSupporters(ctx.deps, input)),
    get: procedureFor('supporter.read')
      .input(supporterSchema)
      .query(async ({ ctx, input }) => {
        const supporter = await readSupporter(ctx.deps, input.supporterId)
        if (supporter === null) throw new TRPCError({ code: 'NOT_FOUND', message: '支援者が見つかりません。' })
        return supporter
      }),
    proposeAreas: procedureFor('supporter.read')
      .input(z.object({ address: z.string().max(200) }))
      .query(({ ctx, input }) => proposeAreas(ctx.deps, input.address)),
    export: procedureFor('supporter.read')
      .input(asFile(supporterListSchema))
      .mutation(({ ctx, input }) => exportSupporters(ctx.deps, ctx.actor, input)),
    exportOne: procedureFor('supporter.read')
      .input(asFile(supporterMoneySchema))
      .mutation(({ ctx, input }) => exportSupporter(ctx.deps, ctx.actor, { asked: input, sheetsOf })),
    create: procedureFor('supporter.write')
      .input(supporterDetailsSchema)
      .mutation(({ ctx, input }) => createSupporter(ctx.deps, ctx.actor, input)),
    update: procedureFor('supporter.write')
      .input(updateSupporterSchema)
      .mutation(({ ctx, input }) => updateSupporter(ctx.deps, ctx.actor, input)),
    close: procedureFor('supporter.write')
      .input(supporterSchema)
      .mutation(({ ctx, input }) => closeSupporter(ctx.deps, ctx.actor, input.supporterId)),
    reopen: procedureFor('supporter.write')
      .input(supporterSchema)
      .mutation(({ ctx, input }) => reopenSupporter(ctx.deps, ctx.actor, input.supporterId)),
  })
}
