import {
  contactPointIdSchema,
  formerAddressIdSchema,
  supporterAttachmentIdSchema,
  supporterIdSchema,
  supporterRelationIdSchema,
} from '@sasaeai/domain/id-schemas'
import { moveSupporterSchema } from '@sasaeai/domain/supporter/address/supporter-move'
import { addAttachmentSchema } from '@sasaeai/domain/supporter/attachment/attachment-input'
import { addContactPointSchema } from '@sasaeai/domain/supporter/contact-point/contact-point'
import { addRelationSchema } from '@sasaeai/domain/supporter/relation/supporter-relation'
import { z } from 'zod'
import { procedureFor, router } from '../procedure-for.ts'
import { moveSupporter } from './address/move-supporter.ts'
import { removeFormerAddress } from './address/remove-former-address.ts'
import { addAttachment } from './attachment/add-attachment.ts'
import { removeAttachment } from './attachment/remove-attachment.ts'
import { addContactPoint } from './contact-point/add-contact-point.ts'
import { removeContactPoint } from './contact-point/remove-contact-point.ts'
import { readSupporterAdditions } from './read-supporter-additions.ts'
import { addRelation } from './relation/add-relation.ts'
import { removeRelation } from './relation/remove-relation.ts'

/** What is kept of a supporter beside the form: former addresses, further numbers, relations, files. */
export const supporterAdditionsRouter = router({
  get: procedureFor('supporter.read')
    .input(z.object({ supporterId: supporterIdSchema }))
    .query(({ ctx, input }) => readSupporterAdditions(ctx.deps, input.supporterId)),
  move: procedureFor('supporter.write')
    .input(moveSupporterSchema)
    .mutation(({ ctx, input }) => moveSupporter(ctx.deps, ctx.actor, input)),
  removeFormerAddress: procedureFor('supporter.write')
    .input(z.object({ formerAddressId: formerAddressIdSchema }))
    .mutation(({ ctx, input }) => removeFormerAddress(ctx.deps, ctx.actor, input.formerAddressId)),
  addContactPoint: procedureFor('supporter.write')
    .input(addContactPointSchema)
    .mutation(({ ctx, input }) => addContactPoint(ctx.deps, ctx.actor, input)),
  removeContactPoint: procedureFor('supporter.write')
    .input(z.object({ contactPointId: contactPointIdSchema }))
    .mutation(({ ctx, input }) => removeContactPoint(ctx.deps, ctx.actor, input.contactPointId)),
  addRelation: procedureFor('supporter.write')
    .input(addRelationSchema)
    .mutation(({ ctx, input }) => addRelation(ctx.deps, ctx.actor, input)),
  removeRelation: procedureFor('supporter.write')
    .input(z.object({ relationId: supporterRelationIdSchema }))
    .mutation(({ ctx, input }) => removeRelation(ctx.deps, ctx.actor, input.relationId)),
  addAttachment: procedureFor('supporter.write')
    .input(addAttachmentSchema)
    .mutation(({ ctx, input }) => addAttachment(ctx.deps, ctx.actor, input)),
  removeAttachment: procedureFor('supporter.write')
    .input(z.object({ attachmentId: supporterAttachmentIdSchema }))
    .mutation(({ ctx, input }) => removeAttachment(ctx.deps, ctx.actor, input.attachmentId)),
})
