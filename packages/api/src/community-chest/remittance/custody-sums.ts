import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'

/** What came in of each campaign, less what was passed on, by fiscal year. */
export type CustodySums = Map<CampaignId, Map<FiscalYear, number>>

/** All years at once: what was brought forward to any of them is known when the first one has been asked for. */
export const custodySums: PastSumsQuestion<CustodySums> = {
  name: 'custody by year',
  years: {},
  count: async (books) => {
    const { rows } = await books.query<{ campaignId: CampaignId; year: FiscalYear; yen: number }>({
      name: 'funding-custody',
      text: `SELECT campaign_id AS "campaignId", fiscal_year AS year, (-sum(amount_yen))::bigint AS yen FROM funding_year_total
        WHERE campaign_id IS NOT NULL GROUP BY 1, 2`,
    })
    const sums: CustodySums = new Map()
    for (const { campaignId, year, yen } of rows) addCustody(sums, { campaignId, year, yen })
    return sums
  },
  add: (sums, { campaign_id: campaignId, fiscal_year: year, amount_yen: yen }) => {
    if (campaignId !== null) addCustody(sums, { campaignId, year, yen: -yen })
  },
  rowsIn: (sums) => sums.size,
  isByDay: true,
  copy: (sums) => new Map([...sums].map(([campaignId, years]) => [campaignId, new Map(years)])),
  dropEmpty: (sums) => {
    for (const [campaignId, years] of sums) {
      for (const [year, yen] of years) if (yen === 0) years.delete(year)
      if (years.size === 0) sums.delete(campaignId)
    }
  },
}

function addCustody(sums: CustodySums, { campaignId, year, yen }: { campaignId: CampaignId; year: FiscalYear; yen: number }): void {
  const years = sums.get(campaignId) ?? new Map<FiscalYear, number>()
  sums.set(campaignId, years)
  years.set(year, (years.get(year) ?? 0) + yen)
}
