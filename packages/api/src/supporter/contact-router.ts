import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import { recordContactSchema } from '@sasaeai/domain/supporter/contact-input'
import { z } from 'zod'
import { procedureFor, router } from '../procedure-for.ts'
import { listContacts } from './list-contacts.ts'
import { recordContact } from './record-contact.ts'

/** 接触の記録: the log of when the office spoke with or wrote to a supporter. */
export const contactRouter = router({
  list: procedureFor('supporter.read')
    .input(z.object({ supporterId: supporterIdSchema }))
    .query(({ ctx, input }) => listContacts(ctx.deps, input.supporterId)),
  record: procedureFor('dues.write')
    .input(recordContactSchema)
    .mutation(({ ctx, input }) => recordContact(ctx.deps, ctx.actor, input)),
})
