import { groundAt } from '@sasaeai/db/ground-at'
import { type FiscalYear, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { StatutoryPaperInput } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { type GiftCell, type GiftSchedule, giftScheduleOf } from '@sasaeai/domain/funding-indicator/statutory-paper/gift-schedule'
import type { FundingSourceId, LedgerAccountId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { groundMomentOf, lastEntryOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { keptGiftAnswer } from '../kept-gift-answer.ts'
import { readIncomeOfYear } from './income-of-year.ts'
import { scheduledGifts } from './scheduled-gifts-sql.ts'

/** 寄附金収益明細書 (別紙3②) of a year, set against the accounts that gifts are booked in. */
export async function readGiftSchedule(deps: Pick<Deps, 'db'>, { fiscalYear, postedUntil }: StatutoryPaperInput, at: ReportMoment): Promise<GiftSchedule> {
  const [cells, { rows: sources }, { accounts, ledger }] = await Promise.all([
    readCells(deps, fiscalYear, at),
    groundAt(deps.db, groundMomentOf(at)).pool.query<{ id: FundingSourceId; accountId: LedgerAccountId }>(`SELECT id, account_id AS "accountId" FROM funding_source WHERE category = 'donation'`),
    readIncomeOfYear(deps, fiscalYear, at),
  ])
  // Those that a source names, and those that gifts were booked in before it named another.
  const ofGifts = new Set<LedgerAccountId>([...sources.map(({ accountId }) => accountId), ...cells.map(({ accountId }) => accountId)])
  return giftScheduleOf({
    fiscalYear, postedUntil, cells, ledger,
    accounts: accounts.filter(({ accountId }) => ofGifts.has(accountId)),
    donationSourceIds: new Set(sources.map(({ id }) => id)),
  })
}

function readCells({ db }: Pick<Deps, 'db'>, fiscalYear: FiscalYear, at: ReportMoment): Promise<GiftCell[]> {
  return keptGiftAnswer(db, { question: ['gift schedule', fiscalYear, at.moment?.toISOString() ?? ''], fiscalYear, at }, async () => {
    const { rows } = await groundAt(db, at.moment).pool.query<GiftCell>({
      name: 'gift-schedule',
      text: `WITH ${scheduledGifts}
        SELECT attribute, section, account_id AS "accountId", sum(count)::int AS count, sum(amount_yen)::bigint AS "amountYen", sum(capital_yen)::bigint AS "capitalYen"
          FROM scheduled GROUP BY attribute, section, account_id`,
      values: [fiscalYear, lastDayOf(fiscalYear), lastEntryOf(at, fiscalYear), at.moment],
    })
    return rows
  })
}
