import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { letterOfSupporterSchema, recordNoticesSchema } from '@sasaeai/domain/letter/letter-input'
import { procedureFor, router } from '../procedure-for.ts'
import { addressLabelRouterOf } from './address-label/address-label-router.ts'
import type { RecipientSources } from './address-label/recipient-sources.ts'
import { labelSheetRouter } from './label-sheet/label-sheet-router.ts'
import { readLetterOfSupporter } from './notice/notice-letters.ts'
import { recordNotices } from './notice/record-notices.ts'
import type { MailFollowers } from './outbox/mail-followers.ts'
import { outboxRouterOf } from './outbox/outbox-router.ts'
import { listSentLetters } from './sent/list-sent-letters.ts'
import { letterTemplateRouter } from './template/letter-template-router.ts'

/** 文書・発送: what letters and mails say, and to whom they went. Followers and lists of recipients come from where all terms are known. */
export function letterRouterOf(followers: MailFollowers, sources: RecipientSources) {
  return router({
    template: letterTemplateRouter,
    addressLabel: addressLabelRouterOf(sources),
    labelSheet: labelSheetRouter,
    ofSupporter: procedureFor('supporter.read')
      .input(letterOfSupporterSchema)
      .query(({ ctx, input }) => readLetterOfSupporter(ctx.deps, { ...input, day: localDateInTokyo(ctx.deps.now()) })),
    sentTo: procedureFor('supporter.read')
      .input(letterOfSupporterSchema)
      .query(({ ctx, input }) => listSentLetters(ctx.deps, input.supporterId)),
    recordNotices: procedureFor('supporter.write')
      .input(recordNoticesSchema)
      .mutation(({ ctx, input }) => recordNotices(ctx.deps, ctx.actor, input)),
    outbox: outboxRouterOf(followers),
  })
}
