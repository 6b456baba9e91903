import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import {
  areaIdSchema,
  campaignIdSchema,
  collectionMethodIdSchema,
  duesKindIdSchema,
  fundIdSchema,
  fundingSourceIdSchema,
  ledgerAccountIdSchema,
  supporterIdSchema,
} from '@sasaeai/domain/id-schemas'
import type { Contribution } from '@sasaeai/domain/ledger/contribution'
import { noteInDescription } from '@sasaeai/domain/ledger/describe-contribution'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Entry } from './entry.ts'

/** The contribution that a receipt was booked from, to be put right in a form; null for any other entry. */
export function contributionOfEntry(entry: Entry, ground: GroundData): Contribution | null {
  const [cash, money] = entry.postings
  if (entry.kind !== 'receipt' || entry.postings.length !== 2 || cash === undefined || money?.source == null) return null
  const contribution: Contribution = {
    entryDate: entry.entryDate,
    cashAccountId: ledgerAccountIdSchema.parse(cash.account.id),
    fundingSourceId: fundingSourceIdSchema.parse(money.source.id),
    campaignId: campaignIdSchema.optional().parse(money.campaign?.id),
    collectionMethodId: collectionMethodIdSchema.optional().parse(money.method?.id),
    areaId: areaIdSchema.optional().parse(money.area?.id),
    fundId: fundIdSchema.optional().parse(money.fund?.id),
    duesKindId: duesKindIdSchema.optional().parse(money.duesKind?.id),
    duesYear: money.duesYear === null ? undefined : fiscalYear(money.duesYear),
    supporterId: supporterIdSchema.optional().parse(money.supporter?.id),
    amountYen: cash.amountYen,
    count: money.count,
    note: '',
  }
  return { ...contribution, note: noteInDescription(entry.description, contribution, ground) }
}
