import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure-for.ts'
import { readSupporterDues } from './read-supporter-dues.ts'

/** 納める人: what the desk wants to know of somebody who pays dues. */
export const payerRouter = router({
  dues: procedureFor('dues.read')
    .input(z.object({ supporterId: supporterIdSchema }))
    .query(async ({ ctx, input: { supporterId } }) => {
      const dues = await readSupporterDues(ctx.deps, [supporterId])
      return dues.get(supporterId) ?? { paid: [], memberships: [] }
    }),
})
