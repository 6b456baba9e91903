import { saveChestRulesSchema } from '@sasaeai/domain/community-chest/rules/chest-rules-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { readChestRules, saveChestRules } from './save-chest-rules.ts'

/** 共同募金の決まり */
export const chestRulesRouter = router({
  get: procedureFor('chest.read').query(({ ctx }) => readChestRules(ctx.deps)),
  save: procedureFor('chest.manage')
    .input(saveChestRulesSchema)
    .mutation(({ ctx, input }) => saveChestRules(ctx.deps, ctx.actor, input)),
})
