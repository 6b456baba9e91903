import { asFile, exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { goodwillActSchema, goodwillActsSchema, goodwillListSchema, goodwillMoneySchema, goodwillStockSchema, goodsItemSchema, goodwillYearSchema } from '@sasaeai/domain/goodwill-bank/goodwill-list-input'
import { undoGoodwillActSchema } from '@sasaeai/domain/goodwill-bank/act/undo-goodwill-act-input'
import { recordDepositSchema } from '@sasaeai/domain/goodwill-bank/deposit/goodwill-deposit-input'
import { saveGoodsItemSchema } from '@sasaeai/domain/goodwill-bank/goods/goods-item-details'
import { saveGoodwillPurposeSchema } from '@sasaeai/domain/goodwill-bank/purpose/goodwill-purpose-details'
import { recordStocktakingSchema, writeOffGoodsSchema } from '@sasaeai/domain/goodwill-bank/stocktaking/stocktaking-input'
import { withdrawGoodsSchema, withdrawMoneySchema } from '@sasaeai/domain/goodwill-bank/withdrawal/goodwill-withdrawal-input'
import { groundItemProcedures } from '../council/ground-item-procedures.ts'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { readReportMoment } from '../ledger/report-moment.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { listGoodwillActs, readGoodwillActs } from './act/list-goodwill-acts.ts'
import { undoGoodwillAct } from './act/undo-goodwill-act.ts'
import { recordDeposit } from './deposit/record-deposit.ts'
import { exportGoodwillList } from './export/export-goodwill-list.ts'
import { exportGoodsItems } from './goods/export-goods-items.ts'
import { goodsItemTable, listGoodsItems } from './goods/goods-item-table.ts'
import { exportGoodwillPurposes } from './purpose/export-goodwill-purposes.ts'
import { goodwillPurposeTable, listGoodwillPurposes } from './purpose/goodwill-purpose-table.ts'
import { listPurposeMoney } from './stock/list-purpose-money.ts'
import { listStock } from './stock/list-stock.ts'
import { readGoodsItem } from './stock/read-goods-item.ts'
import { recordStocktaking } from './stocktaking/record-stocktaking.ts'
import { writeOffGoods } from './stocktaking/write-off-goods.ts'
import { readGoodwillYear } from './year/read-goodwill-year.ts'
import { withdrawGoods } from './withdrawal/withdraw-goods.ts'
import { withdrawMoney } from './withdrawal/withdraw-money.ts'

const purposeRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listGoodwillPurposes(ctx.deps.db)),
  export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportGoodwillPurposes(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveGoodwillPurposeSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: goodwillPurposeTable, ...input })),
  ...groundItemProcedures(goodwillPurposeTable),
})

const itemRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listGoodsItems(ctx.deps.db)),
  export: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportGoodsItems(ctx.deps, input)),
  get: procedureFor('goodwill.read')
    .input(goodsItemSchema)
    .query(({ ctx, input }) => readGoodsItem(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveGoodsItemSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: goodsItemTable, ...input })),
  ...groundItemProcedures(goodsItemTable),
})

/** 善意銀行: what is given into the council's care, and what goes out of it. */
export const goodwillBankRouter = router({
  purpose: purposeRouter,
  item: itemRouter,
  stock: procedureFor('goodwill.read')
    .input(goodwillStockSchema)
    .query(async ({ ctx, input }) => listStock(ctx.deps, input.asOf, await readReportMoment(ctx.deps, input.postedUntil))),
  money: procedureFor('goodwill.read')
    .input(goodwillMoneySchema)
    .query(async ({ ctx, input }) => listPurposeMoney(ctx.deps, input, await readReportMoment(ctx.deps, input.postedUntil))),
  acts: procedureFor('goodwill.read')
    .input(goodwillActsSchema)
    .query(({ ctx, input }) => listGoodwillActs(ctx.deps, input)),
  act: procedureFor('goodwill.read')
    .input(goodwillActSchema)
    .query(async ({ ctx, input }) => (await readGoodwillActs(ctx.deps, [input.actId]))[0] ?? null),
  deposit: procedureFor('goodwill.write')
    .input(recordDepositSchema)
    .mutation(({ ctx, input }) => recordDeposit(ctx.deps, ctx.actor, input)),
  withdrawGoods: procedureFor('goodwill.write')
    .input(withdrawGoodsSchema)
    .mutation(({ ctx, input }) => withdrawGoods(ctx.deps, ctx.actor, input)),
  withdrawMoney: procedureFor('goodwill.post')
    .input(withdrawMoneySchema)
    .mutation(({ ctx, input }) => withdrawMoney(ctx.deps, ctx.actor, input)),
  writeOff: procedureFor('goodwill.write')
    .input(writeOffGoodsSchema)
    .mutation(({ ctx, input }) => writeOffGoods(ctx.deps, ctx.actor, input)),
  takeStock: procedureFor('goodwill.write')
    .input(recordStocktakingSchema)
    .mutation(({ ctx, input }) => recordStocktaking(ctx.deps, ctx.actor, input)),
  undo: procedureFor('goodwill.post')
    .input(undoGoodwillActSchema)
    .mutation(({ ctx, input }) => undoGoodwillAct(ctx.deps, ctx.actor, input)),
  year: procedureFor('goodwill.read')
    .input(goodwillYearSchema)
    .query(async ({ ctx, input }) => readGoodwillYear(ctx.deps, input.fiscalYear, await readReportMoment(ctx.deps, input.postedUntil))),
  exportList: procedureFor('goodwill.read')
    .input(asFile(goodwillListSchema))
    .mutation(({ ctx, input }) => exportGoodwillList(ctx.deps, ctx.actor, input)),
})
