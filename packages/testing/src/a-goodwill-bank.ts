import { recordDeposit } from '@sasaeai/api/goodwill-bank/deposit/record-deposit'
import { withdrawGoods } from '@sasaeai/api/goodwill-bank/withdrawal/withdraw-goods'
import { withdrawMoney } from '@sasaeai/api/goodwill-bank/withdrawal/withdraw-money'
import { recordDepositSchema, type RecordDepositInput } from '@sasaeai/domain/goodwill-bank/deposit/goodwill-deposit-input'
import {
  withdrawGoodsSchema,
  type WithdrawGoodsInput,
  withdrawMoneySchema,
  type WithdrawMoneyInput,
} from '@sasaeai/domain/goodwill-bank/withdrawal/goodwill-withdrawal-input'
import { type GoodsItemId, type GoodwillActId, type GoodwillPurposeId, id } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'
import { aGrantCommittee, done } from './a-grant.ts'

/** The purposes and items that a council begins with, by name; an unknown name throws. */
export interface GoodwillGround {
  purpose(name: string): GoodwillPurposeId
  item(name: string): GoodsItemId
}

export async function goodwillGround({ deps: { db: { prisma } } }: ACouncil): Promise<GoodwillGround> {
  const [purposes, items] = await Promise.all([prisma.goodwillPurpose.findMany(), prisma.goodsItem.findMany()])
  const idOf = (rows: readonly { readonly id: string; readonly name: string }[], name: string) => {
    const row = rows.find((each) => each.name === name)
    if (row === undefined) throw new Error(`善意銀行 of the test council has no ${name}`)
    return row.id
  }
  return { purpose: (name) => id(idOf(purposes, name)), item: (name) => id(idOf(items, name)) }
}

/** フードドライブ on 5 October for 食の支援: nobody named, nothing valued, the lines as told. */
export function aDeposit(council: ACouncil, ground: GoodwillGround, change: Record<string, unknown> = {}): RecordDepositInput {
  return recordDepositSchema.parse({
    actId: council.deps.newId(), depositedOn: `${council.fiscalYear}-10-05`, purposeId: ground.purpose('食の支援'), supporterId: null, route: 'food_drive',
    occasion: 'ささえ市役所', lines: [], moneyYen: 0, cashAccountId: null, expenseAccountId: null, fundingSourceId: null, ...change,
  })
}

/** One line of a deposit; pieces or grams. */
export function aLine(ground: GoodwillGround, [item, quantity, expiresOn = null, valueYen = 0]: readonly [string, number, (string | null)?, number?]) {
  return { itemId: ground.item(item), quantity, expiresOn, valueYen }
}

/** フードパントリー on 10 October for 24 households, out of 食の支援. */
export function aGoodsWithdrawal(council: ACouncil, ground: GoodwillGround, change: Record<string, unknown> = {}): WithdrawGoodsInput {
  return withdrawGoodsSchema.parse({
    actId: council.deps.newId(), withdrawnOn: `${council.fiscalYear}-10-10`, purposeId: ground.purpose('食の支援'), way: 'pantry', recipientUnit: 'households',
    recipients: 24, lines: [], ...change,
  })
}

/** 30,000 yen on 10 October out of 使いみちを任せる for 12 households; the committee has to be told. */
export function aMoneyWithdrawal(council: ACouncil, ground: GoodwillGround, change: Record<string, unknown> = {}): WithdrawMoneyInput {
  return withdrawMoneySchema.parse({
    actId: council.deps.newId(), withdrawnOn: `${council.fiscalYear}-10-10`, purposeId: ground.purpose('使いみちを任せる'), way: 'household',
    recipientUnit: 'households', recipients: 12, cashAccountId: council.account('普通預金'), expenseAccountId: council.account('事業費支出'), moneyYen: 30_000, ...change,
  })
}

/** Something on every page of 善意銀行, in the year's first days: food in and out, money in and out after a committee. */
export async function aYearOfGoodwill(council: ACouncil): Promise<{ readonly depositId: GoodwillActId; readonly itemId: GoodsItemId }> {
  const { deps, actors, fiscalYear } = council
  const ground = await goodwillGround(council)
  const day = (text: string) => `${fiscalYear}-04-${text}`
  const books = { cashAccountId: council.account('普通預金'), expenseAccountId: council.account('事業費支出'), fundingSourceId: council.source('寄附金') }
  const lines = [aLine(ground, ['米', 25_000]), aLine(ground, ['缶詰・びん詰', 40, `${fiscalYear + 1}-03-01`]), aLine(ground, ['めん類', 30, day('20')])]
  const { actId } = await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, { depositedOn: day('02'), lines })))
  const money = { depositedOn: day('03'), purposeId: ground.purpose('使いみちを任せる'), route: 'desk', occasion: '', moneyYen: 100_000, ...books }
  await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, money)))
  const out = [{ itemId: ground.item('米'), quantity: 10_000 }, { itemId: ground.item('缶詰・びん詰'), quantity: 12 }]
  await done(withdrawGoods(deps, actors.receptionist, aGoodsWithdrawal(council, ground, { withdrawnOn: day('10'), lines: out })))
  const committeeId = await aGrantCommittee(council)
  // The meeting of the builder is in December; this year's pages are looked at in spring as well.
  await deps.db.prisma.grantCommittee.update({ where: { id: committeeId }, data: { heldOn: new Date(`${day('05')}T00:00:00Z`) } })
  await done(withdrawMoney(deps, actors.accountant, aMoneyWithdrawal(council, ground, { withdrawnOn: day('10'), committeeId })))
  return { depositId: actId, itemId: ground.item('米') }
}
