import type { Permission } from '@sasaeai/domain/user/permission'
import { z } from 'zod'
import { procedureFor } from '../procedure-for.ts'
import { closeGroundItem, reopenGroundItem } from './close-ground-item.ts'
import { deleteGroundItem } from './delete-ground-item.ts'
import type { GroundDetails, GroundTable } from './ground-table.ts'

const itemSchema = z.object({ id: z.uuid() })

/** The procedures that are the same for every table of ground data; `list` and `save` stand in its own router. */
export function groundItemProcedures<Details extends GroundDetails, Problem extends string = never>(
  table: GroundTable<Details, Problem>,
  permission: Permission = 'ground.manage',
) {
  return {
    close: procedureFor(permission)
      .input(itemSchema)
      .mutation(({ ctx, input }) => closeGroundItem(ctx.deps, ctx.actor, { table, id: input.id })),
    reopen: procedureFor(permission)
      .input(itemSchema)
      .mutation(({ ctx, input }) => reopenGroundItem(ctx.deps, ctx.actor, { table, id: input.id })),
    remove: procedureFor(permission)
      .input(itemSchema)
      .mutation(({ ctx, input }) => deleteGroundItem(ctx.deps, ctx.actor, { table, id: input.id })),
  }
}
