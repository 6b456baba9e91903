import { asFile } from '@sasaeai/domain/document/export-format'
import { membershipIdSchema, supporterIdSchema } from '@sasaeai/domain/id-schemas'
import {
  changeRouteSchema,
  changeUnitsSchema,
  editMembershipSchema,
  joinSchema,
  leaveSchema,
  membershipChangeSchema,
} from '@sasaeai/domain/membership-dues/member/membership-input'
import { applyMemberImportSchema, memberImportSchema } from '@sasaeai/domain/membership-dues/member/member-import-input'
import { membershipFilterSchema, membershipListSchema } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { applyMemberImport } from './apply-member-import.ts'
import { changeRoute } from './change-route.ts'
import { changeUnits } from './change-units.ts'
import { countMembers } from './count-members.ts'
import { editMembership } from './edit-membership.ts'
import { exportMembers } from './export-members.ts'
import { joinMember } from './join-member.ts'
import { leaveMembership, undoLeaving } from './leave-membership.ts'
import { listMembers } from './list-members.ts'
import { listLeavingReasons, membersOfSupporter, readMember } from './member-queries.ts'
import { previewMemberImport } from './preview-member-import.ts'
import { undoJoining } from './undo-joining.ts'

/** 会員. */
export const memberRouter = router({
  list: procedureFor('dues.read')
    .input(membershipListSchema)
    .query(({ ctx, input }) => listMembers(ctx.deps, input)),
  counts: procedureFor('dues.read')
    .input(membershipFilterSchema.pick({ fiscalYear: true, asOf: true, postedUntil: true }))
    .query(async ({ ctx, input }) => countMembers(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  get: procedureFor('dues.read')
    .input(z.object({ membershipId: membershipIdSchema }))
    .query(async ({ ctx, input }) => {
      const member = await readMember(ctx.deps, input.membershipId)
      if (member === null) throw new TRPCError({ code: 'NOT_FOUND', message: '会員が見つかりません。' })
      return member
    }),
  ofSupporter: procedureFor('dues.read')
    .input(z.object({ supporterId: supporterIdSchema }))
    .query(({ ctx, input }) => membersOfSupporter(ctx.deps, input.supporterId)),
  leavingReasons: procedureFor('dues.read').query(({ ctx }) => listLeavingReasons(ctx.deps)),
  join: procedureFor('dues.write')
    .input(joinSchema)
    .mutation(({ ctx, input }) => joinMember(ctx.deps, ctx.actor, input)),
  changeUnits: procedureFor('dues.write')
    .input(changeUnitsSchema)
    .mutation(({ ctx, input }) => changeUnits(ctx.deps, ctx.actor, input)),
  changeRoute: procedureFor('dues.write')
    .input(changeRouteSchema)
    .mutation(({ ctx, input }) => changeRoute(ctx.deps, ctx.actor, input)),
  leave: procedureFor('dues.write')
    .input(leaveSchema)
    .mutation(({ ctx, input }) => leaveMembership(ctx.deps, ctx.actor, input)),
  undoLeave: procedureFor('dues.write')
    .input(membershipChangeSchema)
    .mutation(({ ctx, input }) => undoLeaving(ctx.deps, ctx.actor, input)),
  undoJoin: procedureFor('dues.write')
    .input(membershipChangeSchema)
    .mutation(({ ctx, input }) => undoJoining(ctx.deps, ctx.actor, input)),
  edit: procedureFor('dues.write')
    .input(editMembershipSchema)
    .mutation(({ ctx, input }) => editMembership(ctx.deps, ctx.actor, input)),
  previewImport: procedureFor('dues.write')
    .input(memberImportSchema)
    .mutation(({ ctx, input }) => previewMemberImport(ctx.deps, input)),
  applyImport: procedureFor('dues.write')
    .input(applyMemberImportSchema)
    .mutation(({ ctx, input }) => applyMemberImport(ctx.deps, ctx.actor, input)),
  export: procedureFor('dues.read')
    .input(asFile(membershipFilterSchema))
    .mutation(({ ctx, input }) => exportMembers(ctx.deps, ctx.actor, input)),
})
