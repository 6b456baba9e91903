import { connectAsOwner } from '@sasaeai/db/connect-as-owner'

/**
 * The planner has seen nothing of the new rows, and would plan the first pages for empty tables. The kept totals were
 * raised entry by entry, each time as a new version of their rows: they are written anew without the old ones.
 */
export async function gatherStatistics(ownerUrl: string): Promise<void> {
  const owner = await connectAsOwner(ownerUrl)
  try {
    // What a crash undoes of this is only tidying, so that it need not wait for the disk at each of two hundred tables.
    await owner.query('SET synchronous_commit = off')
    await owner.query('VACUUM (FULL) funding_total, funding_month_total, funding_year_total, campaign_day_total')
    await owner.query('VACUUM (ANALYZE)')
  } finally {
    await owner.end()
  }
}
