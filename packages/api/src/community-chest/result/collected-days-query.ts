import { groundAt } from '@sasaeai/db/ground-at'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { goalOfCampaign, goalOfCampaigns } from '@sasaeai/domain/community-chest/goal/goal-of-campaigns'
import type { CampaignResultInput, CollectedDaysInput } from '@sasaeai/domain/community-chest/result/campaign-result-input'
import type { CollectedDay, CollectedDays } from '@sasaeai/domain/community-chest/result/collected-days'
import { campaignsInScope, type ResultCampaign, resultCuts, scopeInYear } from '@sasaeai/domain/community-chest/result/result-scope'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import type { BooksState } from '../../ledger/in-one-state.ts'
import { readVersions } from '../../ledger/read-ground-data.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { type PastSumsQuestion, sumsAt } from '../../ledger/sums-at.ts'
import { digest } from './collected-sums.ts'
import { readGoalTotals } from './read-goal-sums.ts'
import { readResultGround } from './read-result-ground.ts'

/** 日々の伸び: what came in on each day of a drive, this year to the day and last year to its end. */
export async function readCollectedDays(deps: Deps, { until, ...scope }: CollectedDaysInput): Promise<CollectedDays> {
  const { db } = deps
  const [versions, { moment, position }] = await Promise.all([readVersions(db), readReportMoment(deps, scope.postedUntil)])
  const [cut, lastCut] = bothCuts({ fiscalYear: scope.fiscalYear, until }, localDateInTokyo(moment ?? deps.now()))
  const tables = groundAt(db, moment)
  const [results, goals] = await Promise.all([readResultGround(tables, versions.ground), readGoalTotals(tables, cut.fiscalYear, versions.goals)])
  const campaignsOf = (year: typeof cut.fiscalYear) => campaignsInScope(results.campaigns, scope, year)
  const [ours, lastOurs] = [campaignsOf(cut.fiscalYear), campaignsOf(lastCut.fiscalYear)]
  const daysOf = async (campaigns: readonly ResultCampaign[]) =>
    campaigns.length === 0 ? new Map<LocalDate, number>() : sumsAt(db, daySums(campaigns.map(({ campaignId }) => campaignId)), position)
  const [days, lastDays] = await Promise.all([daysOf(ours), daysOf(lastOurs)])
  const { decimals, rounding } = results.rules
  return {
    scope: scopeInYear(results.campaigns, scope),
    cut,
    lastCut,
    campaigns: results.campaigns.filter(({ fiscalYear }) => fiscalYear === scope.fiscalYear),
    rules: { decimals, rounding },
    window: windowOf(ours),
    goalYen: goalOfCampaigns(ours.map((each) => goalOfCampaign(each, goals.get(each.campaignId)))),
    now: inOrder(days).filter(({ day }) => day <= cut.until),
    last: inOrder(lastDays),
  }
}

function bothCuts(asked: Pick<CampaignResultInput, 'fiscalYear' | 'until'>, today: LocalDate) {
  const [cut, lastCut] = resultCuts({ ...asked, years: 2 }, today)
  if (cut === undefined || lastCut === undefined) throw new Error('two years were asked for')
  return [cut, lastCut] as const
}

function windowOf(campaigns: readonly ResultCampaign[]): CollectedDays['window'] {
  const [opensOn, closesOn] = [campaigns.map((each) => each.opensOn).toSorted()[0], campaigns.map((each) => each.closesOn).toSorted().at(-1)]
  return opensOn === undefined || closesOn === undefined ? null : { opensOn, closesOn }
}

function inOrder(days: ReadonlyMap<LocalDate, number>): CollectedDay[] {
  return [...days]
    .filter(([, amount]) => amount !== 0)
    .map(([day, amount]) => ({ day, amountYen: yenFromColumn(amount) }))
    .toSorted((left, right) => (left.day < right.day ? -1 : 1))
}

/** What was collected for some campaigns on each day, whichever year it came in. */
function daySums(campaignIds: readonly CampaignId[]): PastSumsQuestion<Map<LocalDate, number>> {
  const ours = new Set(campaignIds)
  return {
    name: `collected days/${digest(campaignIds)}`,
    years: {},
    count: (books) => countDays(books, campaignIds),
    add: (sums, { campaign_id: campaignId, funding_source_id: sourceId, entry_date: day, amount_yen: amountYen }) => {
      if (campaignId === null || sourceId === null || !ours.has(campaignId)) return
      sums.set(day, (sums.get(day) ?? 0) - amountYen)
    },
    rowsIn: (sums) => sums.size,
    isByDay: true,
    copy: structuredClone,
    dropEmpty: (sums) => {
      for (const [day, amountYen] of sums) if (amountYen === 0) sums.delete(day)
    },
  }
}

async function countDays(books: BooksState, campaignIds: readonly CampaignId[]): Promise<Map<LocalDate, number>> {
  const { rows } = await books.query<{ day: LocalDate; amountYen: number }>({
    name: 'chest-days',
    text: `SELECT entry_date AS day, (-sum(amount_yen))::bigint AS "amountYen" FROM campaign_day_total
      WHERE campaign_id = ANY($1::uuid[]) GROUP BY entry_date`,
    values: [campaignIds],
  })
  return new Map(rows.map(({ day, amountYen }) => [day, amountYen]))
}
