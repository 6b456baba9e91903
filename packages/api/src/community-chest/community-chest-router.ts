import { saveCollectionMethodSchema } from '@sasaeai/domain/community-chest/method/collection-method-details'
import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { groundItemProcedures } from '../council/ground-item-procedures.ts'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { allocationRouter } from './allocation/allocation-router.ts'
import { branchRouter } from './branch/branch-router.ts'
import { campaignRouter } from './campaign/campaign-router.ts'
import { goalRouter } from './goal/goal-router.ts'
import { collectionMethodTable, listCollectionMethods } from './method/collection-method-table.ts'
import { exportCollectionMethods } from './method/export-collection-methods.ts'
import { interimReceiptRouter } from './interim-receipt/interim-receipt-router.ts'
import { materialRouter } from './material/material-router.ts'
import { pointRouter } from './point/point-router.ts'
import { receiptFormRouter } from './receipt-form/receipt-form-router.ts'
import { remittanceRouter } from './remittance/remittance-router.ts'
import { chestRulesRouter } from './rules/chest-rules-router.ts'
import { resultRouter } from './result/result-router.ts'

/** 共同募金・歳末 */
export const communityChestRouter = router({
  branch: branchRouter,
  campaign: campaignRouter,
  goal: goalRouter,
  rules: chestRulesRouter,
  method: router({
    list: procedureFor('ground.read').query(({ ctx }) => listCollectionMethods(ctx.deps.db)),
    export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportCollectionMethods(ctx.deps, input)),
    save: procedureFor('ground.manage')
      .input(saveCollectionMethodSchema)
      .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: collectionMethodTable, ...input })),
    ...groundItemProcedures(collectionMethodTable),
  }),
  material: materialRouter,
  point: pointRouter,
  remittance: remittanceRouter,
  interimReceipt: interimReceiptRouter,
  receiptForm: receiptFormRouter,
  allocation: allocationRouter,
  result: resultRouter,
})
