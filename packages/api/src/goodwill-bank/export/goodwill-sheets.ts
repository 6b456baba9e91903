import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { goodwillActKindNames, goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { depositRouteNames } from '@sasaeai/domain/goodwill-bank/deposit/deposit-route'
import { goodsCategoryNames, type GoodsMeasure } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import { goodsLossReasonNames } from '@sasaeai/domain/goodwill-bank/stocktaking/goods-loss-reason'
import { recipientUnitNames, withdrawalWayNames } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { GoodwillAct } from '../act/list-goodwill-acts.ts'
import type { PurposeMoney } from '../stock/list-purpose-money.ts'
import type { ItemMove } from '../stock/read-goods-item.ts'
import type { GoodwillYear } from '../year/read-goodwill-year.ts'
import type { StockLot } from '../stock/list-stock.ts'

/** 在庫 by purpose, item and 期限. */
export function stockSheet(lots: readonly StockLot[]): WorkbookSheet {
  return {
    name: '在庫',
    columns: [{ heading: '目的' }, { heading: '区分' }, { heading: 'コード' }, { heading: '品目' }, { heading: '期限', kind: 'date' }, { heading: '数量' }, { heading: '単位' }],
    rows: lots.map((lot) => [lot.purposeName, goodsCategoryNames[lot.category], lot.itemCode, lot.itemName, lot.expiresOn, inUnits(lot.quantity, lot.measure), lot.unit]),
  }
}

/** お金の残高 by purpose. */
export function purposeMoneySheet(money: readonly PurposeMoney[]): WorkbookSheet {
  const figuresOf = ({ carriedYen, receivedYen, usedYen, transferredYen, balanceYen }: PurposeMoney) => [carriedYen, receivedYen, usedYen, transferredYen, balanceYen]
  return {
    name: 'お金の残高',
    columns: [{ heading: '目的' }, { heading: '使途・基金' }, ...['繰越', '受入', '払出', '振替', '残高'].map((what) => ({ heading: `${what}（円）`, kind: 'yen' as const }))],
    rows: money.map((each) => [each.purposeName, each.fundName, ...figuresOf(each)]),
    total: ['合計', '', ...[0, 1, 2, 3, 4].map((place) => sumYen(money.flatMap((each) => figuresOf(each)[place] ?? [])))],
  }
}

/** Every coming in and going out of one 品目, the newest first. */
export function itemMoveSheet({ unit, measure }: { readonly unit: string; readonly measure: GoodsMeasure }, moves: readonly ItemMove[]): WorkbookSheet {
  return {
    name: '出入り',
    columns: [
      { heading: '日付', kind: 'date' }, { heading: '記録' }, { heading: '取り消した記録' }, { heading: '目的' }, { heading: '期限', kind: 'date' }, { heading: '増減' }, { heading: '在庫' }, { heading: '単位' },
      { heading: '理由' },
    ],
    rows: moves.map((move) => [
      move.actedOn, goodwillActName(move), move.undoneKind === null ? '' : goodwillActKindNames[move.undoneKind], move.purposeName, move.expiresOn, inUnits(move.quantity, measure),
      inUnits(move.balance, measure), unit, move.reason === null ? '' : goodsLossReasonNames[move.reason],
    ]),
  }
}

/** 預託 of a year: who gave what it is worth, and the money. */
export function depositSheet(acts: readonly GoodwillAct[]): WorkbookSheet {
  const standing = acts.filter(({ undoneOn }) => undoneOn === null)
  return {
    name: '預託',
    columns: [
      { heading: '番号' }, { heading: '日付', kind: 'date' }, { heading: '預託者番号', kind: 'count' }, { heading: '預託者' }, { heading: '経路' }, { heading: '会場・催し' },
      { heading: '目的' }, { heading: '品目の数', kind: 'count' }, { heading: '物品の時価（円）', kind: 'yen' }, { heading: 'お金（円）', kind: 'yen' }, { heading: '当日配布' },
      { heading: '備考' }, { heading: '取消日', kind: 'date' },
    ],
    rows: acts.map((act) => [
      goodwillActName(act), act.actedOn, act.deposit?.supporterNumber ?? null, act.deposit?.supporterName ?? '', act.deposit === null ? '' : depositRouteNames[act.deposit.route],
      act.deposit?.occasion ?? '', act.purposeName, act.lines.length, act.deposit?.goodsValueYen ?? 0, act.moneyYen, act.deposit?.isSameDay === true ? '○' : '',
      act.deposit?.note ?? '', act.undoneOn,
    ]),
    total: [
      '合計（取消を除く）', null, null, '', '', '', '', null, sumYen(standing.flatMap(({ deposit }) => (deposit === null ? [] : [deposit.goodsValueYen]))),
      sumYen(standing.map(({ moneyYen }) => moneyYen)), '', '', null,
    ],
  }
}

/** 払出 of a year: to how many of which class, decided by whom. */
export function withdrawalSheet(acts: readonly GoodwillAct[]): WorkbookSheet {
  const standing = acts.filter(({ undoneOn }) => undoneOn === null)
  return {
    name: '払出',
    columns: [
      { heading: '番号' }, { heading: '日付', kind: 'date' }, { heading: '目的' }, { heading: '方法' }, { heading: '対象区分' }, { heading: '校区' }, { heading: '対象数', kind: 'count' },
      { heading: '単位' }, { heading: '品目の数', kind: 'count' }, { heading: 'お金（円）', kind: 'yen' }, { heading: '委員会' }, { heading: '開催日', kind: 'date' }, { heading: '議事録' },
      { heading: '取消日', kind: 'date' },
    ],
    rows: acts.flatMap((act) => {
      const { withdrawal } = act
      if (withdrawal === null) return []
      const { way, className, areaName, recipients, recipientUnit, committeeName, committeeHeldOn, minutes } = withdrawal
      return [[
        goodwillActName(act), act.actedOn, act.purposeName, withdrawalWayNames[way], className, areaName, recipients, recipientUnitNames[recipientUnit], act.lines.length, act.moneyYen,
        committeeName, committeeHeldOn, minutes, act.undoneOn,
      ]]
    }),
    total: ['合計（取消を除く）', null, '', '', '', '', null, '', null, sumYen(standing.map(({ moneyYen }) => moneyYen)), '', null, '', null],
  }
}

/** What moved, line by line; of a stocktaking also what was booked and counted. */
export function goodsMoveSheet(acts: readonly GoodwillAct[]): WorkbookSheet {
  return {
    name: '明細',
    columns: [
      { heading: '番号' }, { heading: '日付', kind: 'date' }, { heading: '目的' }, { heading: '品目' }, { heading: '期限', kind: 'date' }, { heading: '増減' }, { heading: '単位' },
      { heading: '帳簿' }, { heading: '実数' }, { heading: '理由' }, { heading: '説明' }, { heading: '時価（円）', kind: 'yen' }, { heading: '取消日', kind: 'date' },
    ],
    rows: acts.flatMap((act) =>
      act.lines.map((line) => [
        goodwillActName(act), act.actedOn, line.purposeName, line.itemName, line.expiresOn, inUnits(line.quantity, line.measure), line.unit,
        line.bookQuantity === null ? null : inUnits(line.bookQuantity, line.measure), line.countedQuantity === null ? null : inUnits(line.countedQuantity, line.measure),
        line.reason === null ? '' : goodsLossReasonNames[line.reason], line.explanation, line.valueYen, act.undoneOn,
      ]),
    ),
  }
}

/** 年間報告: goods by item, money by purpose, what came in and what went out. */
export function goodwillYearSheets({ items, money, deposits, withdrawals }: GoodwillYear): WorkbookSheet[] {
  return [
    {
      name: '物品',
      columns: [{ heading: '区分' }, { heading: '品目' }, { heading: '単位' }, ...['繰越', '預託', '払出', '廃棄', '棚卸差異', '在庫'].map((heading) => ({ heading }))],
      rows: items.map((item) => [
        goodsCategoryNames[item.category], item.name, item.unit,
        ...[item.carried, item.deposited, item.withdrawn, item.writtenOff, item.difference, item.closing].map((quantity) => inUnits(quantity, item.measure)),
      ]),
    },
    {
      name: 'お金',
      columns: [{ heading: '目的' }, ...['繰越（円）', '受入（円）', '払出（円）', '振替（円）', '残高（円）'].map((heading) => ({ heading, kind: 'yen' as const }))],
      rows: money.map(({ purposeName, carriedYen, receivedYen, usedYen, transferredYen, balanceYen }) => [purposeName, carriedYen, receivedYen, usedYen, transferredYen, balanceYen]),
    },
    {
      name: '預託',
      columns: [{ heading: '経路' }, { heading: '会場・催し' }, { heading: '件数', kind: 'count' }, { heading: '名前のある預託者', kind: 'count' }, { heading: '点数', kind: 'count' }, { heading: '重さ（kg、分かるもの）' }],
      rows: deposits.map(({ route, occasion, times, givers, pieces, grams }) => [depositRouteNames[route], occasion, times, givers, pieces, inUnits(grams, 'weight')]),
    },
    {
      name: '払出',
      columns: [{ heading: '方法' }, { heading: '対象区分' }, { heading: '回数', kind: 'count' }, { heading: '延べ対象数', kind: 'count' }, { heading: '単位' }],
      rows: withdrawals.map(({ way, className, times, recipients, recipientUnit }) => [withdrawalWayNames[way], className, times, recipients, recipientUnitNames[recipientUnit]]),
    },
  ]
}

/** Grams as kg, because that is what the unit says; pieces as they are. */
function inUnits(quantity: number, measure: GoodsMeasure): number {
  return measure === 'weight' ? quantity / 1_000 : quantity
}
