import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CampaignId, LedgerAccountId } from '@sasaeai/domain/ids'
import type { BooksState } from '../../ledger/in-one-state.ts'
import type { SummedPosting } from '../../ledger/read-new-postings.ts'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'

/** What a day brought to, or took from, one account for a drive. */
export interface CampaignDay {
  readonly campaignId: CampaignId
  readonly day: LocalDate
  readonly accountId: LedgerAccountId
  /** Money that came in, which names its funding source; what is handed over or paid directly names none. */
  readonly isCollected: boolean
  /** Credit positive: what is held grows. */
  amountYen: number
}

/** The days of the drives of a year and of the year before it, with what came in late of either. */
export function campaignDays(year: FiscalYear): PastSumsQuestion<Map<string, CampaignDay>> {
  const years = { first: fiscalYear(year - 1), last: fiscalYear(year + 1) }
  return {
    name: `campaign days around ${year}`,
    years,
    count: async (books) => new Map((await readDays(books, years)).map((day) => [keyOf(day), day])),
    add(sums, posting) {
      const added = dayOf(posting)
      if (added === null) return
      const sum = sums.get(keyOf(added))
      if (sum === undefined) sums.set(keyOf(added), added)
      else sum.amountYen += added.amountYen
    },
    rowsIn: (sums) => sums.size,
    isByDay: true,
    copy: structuredClone,
    dropEmpty: (sums) => {
      for (const [key, { amountYen }] of sums) if (amountYen === 0) sums.delete(key)
    },
  }
}

function keyOf({ campaignId, day, accountId, isCollected }: CampaignDay): string {
  return `${campaignId} ${day} ${accountId} ${isCollected}`
}

function dayOf({ campaign_id: campaignId, entry_date: day, account_id: accountId, ...posting }: SummedPosting): CampaignDay | null {
  if (campaignId === null) return null
  return { campaignId, day, accountId, isCollected: posting.funding_source_id !== null, amountYen: -posting.amount_yen }
}

async function readDays(books: BooksState, { first, last }: { first: FiscalYear; last: FiscalYear }): Promise<CampaignDay[]> {
  const { rows } = await books.query<CampaignDay>({
    name: 'campaign-days',
    text: `SELECT campaign_id AS "campaignId", entry_date AS day, account_id AS "accountId", funding_source_id IS NOT NULL AS "isCollected",
        (-sum(amount_yen))::bigint AS "amountYen"
      FROM funding_total WHERE fiscal_year BETWEEN $1 AND $2 AND campaign_id IS NOT NULL GROUP BY 1, 2, 3, 4`,
    values: [first, last],
  })
  return rows
}
