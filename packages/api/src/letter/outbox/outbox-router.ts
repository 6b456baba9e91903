import { asFile } from '@sasaeai/domain/document/export-format'
import { cancelMailSchema, outboxFilterSchema, outboxListSchema, outgoingMailInputSchema } from '@sasaeai/domain/letter/outbox/outbox-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { cancelMail } from './cancel-mail.ts'
import { exportOutbox } from './export-outbox.ts'
import type { MailFollowers } from './mail-followers.ts'
import { markMailSent } from './mark-mail-sent.ts'
import { listOutbox, readMail, readOutboxStanding } from './outbox-queries.ts'
import { sendMailAgain } from './send-mail-again.ts'

/** 送信箱. What else follows from a mail that was sent comes from the terms whose mails they are, which this term does not know. */
export function outboxRouterOf(followers: MailFollowers) {
  return router({
    list: procedureFor('mail.read')
      .input(outboxListSchema)
      .query(({ ctx, input }) => listOutbox(ctx.deps, input)),
    standing: procedureFor('mail.read').query(({ ctx }) => readOutboxStanding(ctx.deps)),
    get: procedureFor('mail.read')
      .input(outgoingMailInputSchema)
      .query(({ ctx, input }) => readMail(ctx.deps, input.mailId)),
    export: procedureFor('mail.read')
      .input(asFile(outboxFilterSchema))
      .mutation(({ ctx, input }) => exportOutbox(ctx.deps, ctx.actor, input)),
    sendAgain: procedureFor('mail.send')
      .input(outgoingMailInputSchema)
      .mutation(({ ctx, input }) => sendMailAgain(ctx.deps, ctx.actor, input)),
    cancel: procedureFor('mail.send')
      .input(cancelMailSchema)
      .mutation(({ ctx, input }) => cancelMail(ctx.deps, ctx.actor, input)),
    markSent: procedureFor('mail.send')
      .input(outgoingMailInputSchema)
      .mutation(({ ctx, input }) => markMailSent(ctx.deps, ctx.actor, { ...input, followers })),
  })
}
