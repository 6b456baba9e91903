import { connectAsOwner } from '@sasaeai/db/connect-as-owner'

/**
 * The demo is laid in a minute and tells of years: its areas, goals and members have been as they are since ever, or a report
 * as of a moment in its story would find none of them.
 */
export async function forgetGroundHistory(ownerUrl: string): Promise<void> {
  const owner = await connectAsOwner(ownerUrl)
  try {
    await owner.query('SELECT forget_ground_history()')
  } finally {
    await owner.end()
  }
}
