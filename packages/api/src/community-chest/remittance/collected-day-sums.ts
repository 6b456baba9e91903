import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DayReceived } from '@sasaeai/domain/community-chest/remittance/oldest-held'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'

/** What came in of each drive, day by day, in yen. */
export type CollectedDaySums = Map<CampaignId, Map<LocalDate, number>>

/** All drives at once: some hundred days each, by which it is known since when something is held. */
export const collectedDaySums: PastSumsQuestion<CollectedDaySums> = {
  name: 'collected by day, of all drives',
  years: {},
  count: async (books) => {
    const { rows } = await books.query<{ campaignId: CampaignId; day: LocalDate; amountYen: number }>({
      name: 'collected-by-day-of-all',
      text: `SELECT campaign_id AS "campaignId", entry_date AS day, (-sum(amount_yen))::bigint AS "amountYen" FROM campaign_day_total GROUP BY 1, 2`,
    })
    const sums: CollectedDaySums = new Map()
    for (const { campaignId, day, amountYen } of rows) raise(sums, { campaignId, day, amountYen })
    return sums
  },
  add: (sums, { campaign_id: campaignId, funding_source_id: sourceId, entry_date: day, amount_yen: amountYen }) => {
    if (campaignId !== null && sourceId !== null) raise(sums, { campaignId, day, amountYen: -amountYen })
  },
  dropEmpty: (sums) => {
    for (const days of sums.values()) for (const [day, amountYen] of days) if (amountYen === 0) days.delete(day)
  },
  isByDay: true,
  copy: (sums) => new Map([...sums].map(([campaignId, days]) => [campaignId, new Map(days)])),
  rowsIn: (sums) => [...sums.values()].reduce((rows, days) => rows + days.size, 0),
}

/** The days of a drive up to one of them. */
export function daysOfDrive(sums: CollectedDaySums, campaignId: CampaignId, until: LocalDate): DayReceived[] {
  return [...(sums.get(campaignId) ?? [])].flatMap(([day, amountYen]) => (day <= until ? [{ day, receivedYen: yenFromColumn(amountYen) }] : []))
}

function raise(sums: CollectedDaySums, { campaignId, day, amountYen }: { campaignId: CampaignId; day: LocalDate; amountYen: number }): void {
  const days = sums.get(campaignId) ?? new Map<LocalDate, number>()
  sums.set(campaignId, days)
  days.set(day, (days.get(day) ?? 0) + amountYen)
}
