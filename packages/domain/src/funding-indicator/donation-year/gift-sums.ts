import { fiscalMonths } from '../../calendar/fiscal-year.ts'
import { type DonationKind, donationKindNames, donationKinds } from '../../donation/gift/donation-kind.ts'
import { type FundId, id } from '../../ids.ts'
import { sumYen, yen, type Yen } from '../../money/yen.ts'
import { type CutSide } from '../figure-filter.ts'
import type { FundingCut } from '../funding-cut.ts'
import type { DonationYear, GiftSum } from './donation-year.ts'
import { giftBracketName, giftBrackets } from './gift-brackets.ts'
import { giftsFilter } from './gifts-filter.ts'

/** By what gifts are summed. */
export type GiftSort = 'total' | 'fund' | 'kind' | 'way' | 'channel' | 'month' | 'bracket'

/** Gifts of one side of the cut and one sort, as they are counted; the key is empty where nothing is told. */
export interface GiftCount {
  readonly side: CutSide
  readonly sort: GiftSort
  readonly key: string
  readonly name: string | null
  readonly count: number
  readonly amountYen: Yen
}

type Sums = Pick<DonationYear, 'total' | 'funds' | 'kinds' | 'ways' | 'channels' | 'months' | 'brackets'>

/** The counts of both sides beside each other, sort by sort; funds, ways and channels in the order in which they are told. */
export function giftSumsOf(cut: FundingCut, counts: readonly GiftCount[]): Sums {
  const of = (sort: GiftSort) => counts.filter((count) => count.sort === sort)
  const told = (sort: GiftSort, nameOf: (key: string, name: string | null) => string, filtersOf: FiltersOf = noFilters) =>
    [...new Map(of(sort).map(({ key, name }) => [key, name]))].map(([key, name]) => pair(of(sort), { key, name: nameOf(key, name), filtersOf }))
  const bothSides = (subject: Parameters<typeof giftsFilter>[2]) => ({ filter: giftsFilter(cut, 'this', subject), lastFilter: giftsFilter(cut, 'last', subject) })
  return {
    total: pair(of('total'), { key: '', name: '計', filtersOf: () => bothSides({}) }),
    funds: told('fund', (key, name) => (key === '' ? '使いみちの指定なし' : (name ?? '')), (key) => (key === '' ? noFilters() : bothSides({ fundId: id<'FundId'>(key) satisfies FundId }))),
    kinds: donationKinds.filter((kind) => of('kind').some(({ key }) => key === kind)).map((kind: DonationKind) => pair(of('kind'), { key: kind, name: donationKindNames[kind], filtersOf: noFilters })),
    ways: told('way', (key, name) => (key === '' ? '物品（時価）' : (name ?? ''))),
    channels: told('channel', (key, name) => (key === '' ? '未記入' : (name ?? ''))),
    months: monthsOf(cut, of('month')),
    brackets: giftBrackets.map((_, place) => pair(of('bracket'), { key: String(place), name: giftBracketName(place), filtersOf: noFilters })),
  }
}

function monthsOf(cut: FundingCut, counts: readonly GiftCount[]): GiftSum[] {
  const lastMonths = fiscalMonths(cut.lastYear)
  return fiscalMonths(cut.fiscalYear).flatMap((month, place) => {
    const lastMonth = lastMonths[place]
    if (month.firstDay > cut.asOf || lastMonth === undefined) return []
    const filtersOf = () => ({ filter: giftsFilter(cut, 'this', { month }), lastFilter: giftsFilter(cut, 'last', { month: lastMonth }) })
    return [pair(counts, { key: String(month.month), name: `${month.month}月`, filtersOf })]
  })
}

type FiltersOf = (key: string) => Pick<GiftSum, 'filter' | 'lastFilter'>
const noFilters = () => ({ filter: null, lastFilter: null })

function pair(counts: readonly GiftCount[], { key, name, filtersOf }: { readonly key: string; readonly name: string; readonly filtersOf: FiltersOf }): GiftSum {
  const side = (wanted: CutSide) => {
    const some = counts.filter((count) => count.key === key && count.side === wanted)
    return { count: some.reduce((sum, { count }) => sum + count, 0), amountYen: sumYen([yen(0), ...some.map(({ amountYen }) => amountYen)]) }
  }
  const [now, last] = [side('this'), side('last')]
  return { key, name, ...now, lastCount: last.count, lastYen: last.amountYen, ...filtersOf(key) }
}
