import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { issueShareOfYear } from '../../receipt/annual/issue-share-of-year.ts'
import { program } from '../event/program-actor.ts'
import { readOwnYears } from './giver-years.ts'
import { listGiverReceipts } from './receipt-path.ts'

/** So often a year is looked at anew where something was booked or issued between the look and the act. */
const mostLooks = 3

/**
 * 年間証明 of a year that is over, issued by its own giver with the command of the office. Asked for again it is the one that was
 * issued: PostgreSQL allows one per supporter and year.
 */
export async function issueOwnYear(deps: Deps, email: string, calendarYear: number): Promise<Outcome<null, 'giver_year_not_here'>> {
  for (let look = 0; look < mostLooks; look += 1) {
    const open = (await readOwnYears(deps, email)).filter((each) => each.calendarYear === calendarYear && each.state === 'open')
    if (open.length === 0) break
    const only = new Set(open.flatMap(({ entryIds }) => entryIds))
    await issueShareOfYear({ deps, actor: program }, { runId: null, calendarYear, issuedOn: localDateInTokyo(deps.now()), only }, open)
  }
  const receipts = await listGiverReceipts(deps, { email })
  return receipts.some((receipt) => receipt.calendarYear === calendarYear) ? succeed(null) : fail('giver_year_not_here')
}
