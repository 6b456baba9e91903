import { formatFiscalYear } from '../../calendar/japanese-era.ts'
import { fundingCategoryNames } from '../../ledger/funding-category.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import { moneyHoldingNames } from '../../ledger/money-holding.ts'
import type { PostingMoment } from '../../ledger/posting-moment.ts'
import { addYen, negateYen, sumYen, type Yen, yen } from '../../money/yen.ts'
import { figureFilter } from '../figure-filter.ts'
import type { FundingDashboard } from '../funding-dashboard.ts'
import { fiscalYear } from '../../calendar/fiscal-year.ts'

/** A figure of a report as it is saved: with its words, so that names of that day stay. */
export interface ReportFigure {
  /** The same figure of a later reading has the same key. */
  readonly key: string
  readonly section: string
  readonly label: string
  readonly amountYen: Yen
  /** The filter that holds the postings of the figure; null for a balance, which is not of one year's postings alone. */
  readonly filter: PostingFilter | null
}

/** Every amount of 財源ダッシュボード that is made of postings. */
export function figuresOfDashboard({ cut, sources, campaigns, districts, districtTypeName }: FundingDashboard): ReportFigure[] {
  const years = { this: formatFiscalYear(cut.fiscalYear), last: `${formatFiscalYear(cut.lastYear)}（前年同日まで）` }
  const holdings = (['own', 'custody'] as const).flatMap((holding) => {
    const ours = sources.filter((source) => source.holding === holding)
    if (ours.length === 0) return []
    const amounts = { this: sumYen(ours.map(({ thisYen }) => thisYen)), last: sumYen(ours.map(({ lastYen }) => lastYen)) }
    return sides.map((side) => ({
      key: `holding/${holding}/${side}`, section: '合計', label: `${moneyHoldingNames[holding]}　${years[side]}`,
      amountYen: amounts[side], filter: filterOf(cut, side, { holding }),
    }))
  })
  const ofSources = sources.flatMap(({ sourceId, name, holding, thisYen, lastYen }) =>
    sides.map((side) => ({
      key: `source/${sourceId}/${side}`, section: '財源', label: `${name}　${years[side]}`,
      amountYen: side === 'this' ? thisYen : lastYen, filter: filterOf(cut, side, { sourceId, holding }),
    })),
  )
  const held = campaigns.map(({ campaignId, name, fiscalYear: year, heldYen }) => ({
    key: `held/${campaignId}`, section: '預り金の残高', label: `${name}（${formatFiscalYear(fiscalYear(year))}）`, amountYen: heldYen, filter: null,
  }))
  const ofDistricts = districts.flatMap(({ areaId, name, categories }) =>
    categories.flatMap(({ category, thisYen, lastYen }) =>
      sides.map((side) => ({
        key: `district/${areaId}/${category}/${side}`, section: districtTypeName, label: `${name}　${fundingCategoryNames[category]}　${years[side]}`,
        amountYen: side === 'this' ? thisYen : lastYen, filter: filterOf(cut, side, { districtId: areaId, category }),
      })),
    ),
  )
  return [...holdings, ...ofSources, ...held, ...ofDistricts]
}

const sides = ['this', 'last'] as const

/** Without the moment, which is that of the report. */
function filterOf(...[cut, side, subject]: Parameters<typeof figureFilter>): PostingFilter {
  const { postedUntil: _moment, ...filter } = figureFilter(cut, side, subject)
  return filter
}

/** A figure then and now. */
export interface FigureChange {
  readonly key: string
  readonly section: string
  readonly label: string
  readonly thenYen: Yen
  readonly nowYen: Yen
  readonly differenceYen: Yen
  /** Holds what was posted since and makes the difference. */
  readonly since: PostingFilter | null
}

/** The figures that are not what they were when the report was saved; one that is not there counts as nothing. */
export function changesSince(then: readonly ReportFigure[], now: readonly ReportFigure[], moment: PostingMoment): FigureChange[] {
  const present = new Map(now.map((figure) => [figure.key, figure]))
  const former = new Map(then.map((figure) => [figure.key, figure]))
  const all = [...then, ...now.filter(({ key }) => !former.has(key))]
  return all.flatMap(({ key, section, label, filter }) => {
    const [thenYen, nowYen] = [former.get(key)?.amountYen ?? nothing, present.get(key)?.amountYen ?? nothing]
    if (thenYen === nowYen) return []
    const since = filter === null ? null : { ...filter, postedAfter: moment }
    return [{ key, section, label, thenYen, nowYen, differenceYen: addYen(nowYen, negateYen(thenYen)), since }]
  })
}

const nothing = yen(0)
