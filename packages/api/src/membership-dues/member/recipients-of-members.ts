import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { MembershipFilter } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import type { Deps } from '../../deps.ts'
import type { FoundRecipients } from '../../letter/address-label/recipient-sources.ts'
import { readAt } from '../../ledger/read-at.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { dayOfMembers } from './day-of-members.ts'
import { memberSelection } from './member-condition.ts'

/** The members whom the list shows for these filters, over all its pages, as those who can be written to: each once. */
export async function recipientsOfMembers(deps: Deps, filter: MembershipFilter): Promise<FoundRecipients> {
  const at = await readReportMoment(deps, filter.postedUntil)
  const day = dayOfMembers(filter, at, localDateInTokyo(deps.now()))
  const { rows } = await readAt(deps.db, at, (books, since) => {
    const { prelude, tables, where, values } = memberSelection(filter, day, since)
    return books.query<{ supporterId: SupporterId }>(
      `${prelude.length === 0 ? '' : `WITH ${prelude.join(', ')} `}SELECT DISTINCT s.id AS "supporterId" FROM ${tables} WHERE ${where}`,
      values,
    )
  })
  return { supporterIds: rows.map(({ supporterId }) => supporterId), nameless: 0 }
}
