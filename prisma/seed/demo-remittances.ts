import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { entryOfRemittance } from '@sasaeai/domain/community-chest/remittance/remittance-entry'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import { type CampaignId, id } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { type BookedEntry, idAt } from './book-bundles.ts'
import type { DemoOffice } from './demo-ground.ts'
import type { YearSoFar } from './later-entries.ts'

interface HandedOver {
  readonly campaignId: CampaignId
  readonly date: LocalDate
  readonly amountYen: Yen
}

/** 送金 of all that is held, the next 回 after those of the drive among `earlier`. */
export function remittanceOf(
  { office, sofar }: { readonly office: DemoOffice; readonly sofar: YearSoFar },
  { campaignId, date, amountYen }: HandedOver,
  earlier: readonly BookedEntry[],
): BookedEntry {
  const drive = office.ground.campaigns.get(campaignId)
  if (drive === undefined) throw new Error(`the demo has no drive ${campaignId}`)
  const postedAt = new Date(`${date}T07:30:00Z`)
  const entryId = journalEntryIdSchema.parse(idAt(postedAt, sofar.random))
  const remittance = {
    remittanceId: id<'RemittanceId'>(idAt(postedAt, sofar.random)), campaignId, remittedOn: date, amountYen, note: '',
    cashAccountId: office.account('1120'), custodyAccountId: drive.custodyAccountId, campaignName: drive.name,
    sequence: earlier.filter((each) => driveOf(each) === campaignId).length + 1,
  }
  return {
    entry: entryOfRemittance(remittance, { id: entryId, postedById: office.accountant }),
    postedAt,
    audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entryId, after: { entryDate: date, amountYen } },
  }
}

/** The drive that a remittance is of; undefined for what is none. */
function driveOf({ entry }: BookedEntry): CampaignId | undefined {
  return entry.sourceKind === 'remittance' ? entry.postings[0]?.campaignId : undefined
}

/** Writes the remittances among a year's entries, which are in the books by now. */
export async function layRemittances(tx: Tx, entries: readonly BookedEntry[]): Promise<void> {
  const ofDrive = Map.groupBy(entries, driveOf)
  const rows = [...ofDrive].flatMap(([campaignId, own]) => {
    if (campaignId === undefined) return []
    return own.map(({ entry }, index) => ({
      id: entry.sourceId, campaignId, sequence: index + 1, remittedOn: toDateColumn(entry.entryDate),
      amountYen: BigInt(entry.postings[0]?.amountYen ?? 0), entryId: entry.id,
    }))
  })
  await tx.remittance.createMany({ data: rows })
}
