import { postEntryAlone, type PostedEntry } from '@sasaeai/api/ledger/post-entries'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { negateYen, yen } from '@sasaeai/domain/money/yen'
import type { ACouncil } from './a-council.ts'

interface DirectPayment {
  /** The drive, and the account that holds its money, by name. */
  readonly campaign: string
  readonly account: string
  readonly on: LocalDate
  readonly amountYen: number
  readonly description: string
}

/** 直接支払: money of a drive that is paid out in cash without going to the prefectural body first. */
export function payFromCustody(council: ACouncil, { campaign, account, on, amountYen, description }: DirectPayment): Promise<PostedEntry> {
  const { deps, actors } = council
  const entryId = id<'JournalEntryId'>(deps.newId())
  const postings = [
    { accountId: council.account(account), amountYen: yen(amountYen), campaignId: council.campaign(campaign) },
    { accountId: council.account('現金'), amountYen: negateYen(yen(amountYen)) },
  ]
  return postEntryAlone(deps, actors.accountant, {
    entry: {
      id: entryId, entryDate: on, kind: 'payment', description, sourceKind: 'relief_payment', sourceId: entryId,
      postedById: actors.accountant.userId, searchText: '', postings,
    },
    audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entryId },
  })
}
