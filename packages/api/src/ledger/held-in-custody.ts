import type { Tx } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CampaignId, LedgerAccountId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

/** 預り金 of one drive, held still for the transaction that pays out of it. */
export interface LockedCustody {
  readonly campaignId: CampaignId
  readonly name: string
  readonly isClosed: boolean
  readonly custodyAccountId: LedgerAccountId
  readonly book: 'council' | 'branch'
  /** What can be paid on that day, in yen: what is held at its end, and never more than what is held on any day after it. */
  readonly heldYen: Yen
}

/**
 * Locks a drive and tells what is held of it; null when there is no such drive. Whoever pays out of a custody calls this
 * first, under READ COMMITTED: payments of one drive then wait for each other and see what the one before has left.
 *
 * The lock lets money come in meanwhile. A stronger one would wait for a post that has taken its number and waits for
 * the drive itself, while the payment needs the next number: neither would ever go on.
 */
export async function lockCustody(tx: Tx, campaignId: CampaignId, day: LocalDate): Promise<LockedCustody | null> {
  const [campaign] = await tx.$queryRaw<Omit<LockedCustody, 'campaignId' | 'heldYen'>[]>`
    SELECT c.name, c.closed_on IS NOT NULL AS "isClosed", c.custody_account_id AS "custodyAccountId", a.book::text AS book
    FROM campaign c JOIN ledger_account a ON a.id = c.custody_account_id
    WHERE c.id = ${campaignId}::uuid FOR NO KEY UPDATE OF c`
  if (campaign === undefined) return null
  const [held] = await tx.$queryRaw<{ heldYen: bigint }[]>`
    WITH later AS (
      SELECT sum(-sum(amount_yen)) OVER (ORDER BY entry_date DESC) AS moved FROM posting
      WHERE campaign_id = ${campaignId}::uuid AND account_id = ${campaign.custodyAccountId}::uuid AND entry_date > ${day}::date
      GROUP BY entry_date)
    SELECT (coalesce(-sum(amount_yen), 0) - greatest(0, (SELECT max(moved) FROM later)))::bigint AS "heldYen"
    FROM funding_year_total WHERE campaign_id = ${campaignId}::uuid AND account_id = ${campaign.custodyAccountId}::uuid`
  return { campaignId, ...campaign, heldYen: yenFromColumn(held?.heldYen ?? 0n) }
}
