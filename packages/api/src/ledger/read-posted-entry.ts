import { fromDateColumn } from '@sasaeai/db/local-date-column'
import type { Tx } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { fiscalYearSchema } from '@sasaeai/domain/calendar/fiscal-year-schema'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
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
import type { JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { EntryKind, PostingDraft } from '@sasaeai/domain/ledger/entry-draft'

/** An entry of the books with its postings, as the commands that undo it need it. */
export interface EntryInBooks {
  readonly id: JournalEntryId
  readonly entryDate: LocalDate
  readonly kind: EntryKind
  readonly payerId: SupporterId | undefined
  readonly description: string
  /** 見舞金, of which nothing is written down in free words. */
  readonly isRelief: boolean
  /** Of 善意銀行, where goods go back together with it. */
  readonly isOfGoodwill: boolean
  /** 協賛・収益 and 外部資金, whose fee, month or award a correction would lose. */
  readonly isRevenue: boolean
  readonly postings: PostingDraft[]
}

/** Reads one entry inside a transaction; null when there is none of that id. */
export async function readPostedEntry(tx: Tx, id: JournalEntryId): Promise<EntryInBooks | null> {
  const entry = await tx.journalEntry.findUnique({
    where: { id },
    include: { postings: { orderBy: { lineNumber: 'asc' } } },
  })
  if (entry === null) return null
  return {
    id,
    entryDate: fromDateColumn(entry.entryDate),
    kind: entry.kind,
    payerId: supporterIdSchema.optional().parse(entry.payerId ?? undefined),
    description: entry.description,
    isRelief: entry.sourceKind === 'relief_payment',
    isOfGoodwill: entry.sourceKind.startsWith('goodwill_'),
    isRevenue: ['revenue_receipt', 'external_receipt'].includes(entry.sourceKind),
    postings: entry.postings.map((posting) => ({
      accountId: ledgerAccountIdSchema.parse(posting.accountId),
      amountYen: yenFromColumn(posting.amountYen),
      fundingSourceId: fundingSourceIdSchema.optional().parse(posting.fundingSourceId ?? undefined),
      campaignId: campaignIdSchema.optional().parse(posting.campaignId ?? undefined),
      collectionMethodId: collectionMethodIdSchema.optional().parse(posting.collectionMethodId ?? undefined),
      areaId: areaIdSchema.optional().parse(posting.areaId ?? undefined),
      fundId: fundIdSchema.optional().parse(posting.fundId ?? undefined),
      duesKindId: duesKindIdSchema.optional().parse(posting.duesKindId ?? undefined),
      duesYear: fiscalYearSchema.optional().parse(posting.duesYear ?? undefined),
      supporterId: supporterIdSchema.optional().parse(posting.supporterId ?? undefined),
      count: posting.count,
    })),
  }
}
