import type { Db } from '@sasaeai/db/database'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import type { EntryKind } from '@sasaeai/domain/ledger/entry-draft'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../deps.ts'
import { type HistoryEvent, readEntryHistory } from './read-entry-history.ts'

/** One entry as its page shows it: both sides with every name, where it came from, and what became of it. */
export interface EntryDetails {
  readonly id: string
  readonly fiscalYear: number
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly kind: EntryKind
  readonly description: string
  readonly reason: string
  readonly sourceKind: string
  readonly postedAt: string
  readonly postedBy: string
  readonly payer: { readonly id: string; readonly number: number; readonly name: string } | null
  readonly batch: { readonly id: string; readonly intakeNumber: number | null; readonly bearer: string } | null
  readonly reverses: EntryLink | null
  readonly reversedBy: EntryLink | null
  readonly corrects: EntryLink | null
  readonly correctedBy: EntryLink | null
  readonly postings: readonly PostingDetails[]
  readonly history: readonly HistoryEvent[]
}

export interface EntryLink {
  readonly id: string
  readonly fiscalYear: number
  readonly entryNumber: number
  readonly entryDate: LocalDate
}

export interface PostingDetails {
  readonly lineNumber: number
  readonly account: Named
  /** Debit positive, credit negative, in whole yen. */
  readonly amountYen: Yen
  readonly count: number
  readonly source: Named | null
  readonly campaign: Named | null
  readonly method: Named | null
  readonly area: Named | null
  readonly fund: Named | null
  readonly duesKind: Named | null
  /** 会費年度: the year whose dues it is. */
  readonly duesYear: number | null
  readonly supporter: (Named & { readonly number: number }) | null
}

interface Named {
  readonly id: string
  readonly name: string
}

/** Reads an entry with its chain of reversal and correction and its history; null when there is none of that id. */
export async function readEntry({ db }: Deps, id: JournalEntryId): Promise<EntryDetails | null> {
  const entry = await findEntry(db, id)
  if (entry === null) return null
  const { postedBy, batch, postings, reverses, reversedBy, corrects, correctedBy, ...own } = entry
  return {
    id: own.id,
    fiscalYear: own.fiscalYear,
    entryNumber: own.entryNumber,
    entryDate: fromDateColumn(own.entryDate),
    kind: own.kind,
    description: own.description,
    reason: own.reason,
    sourceKind: own.sourceKind,
    postedAt: own.postedAt.toISOString(),
    postedBy: postedBy.name,
    payer: own.payer,
    batch,
    reverses: linkTo(reverses),
    reversedBy: linkTo(reversedBy),
    corrects: linkTo(corrects),
    correctedBy: linkTo(correctedBy),
    postings: postings.map(({ amountYen, fundingSource, collectionMethod, ...posting }) => ({
      ...posting,
      amountYen: yenFromColumn(amountYen),
      source: fundingSource,
      method: collectionMethod,
    })),
    history: await readEntryHistory(db, { entryId: id, batchId: batch?.id ?? null, originId: reverses?.id ?? null }),
  }
}

function findEntry({ prisma }: Db, id: JournalEntryId) {
  return prisma.journalEntry.findUnique({
    where: { id },
    include: {
      postedBy: { select: { name: true } },
      payer: { select: { id: true, number: true, name: true } },
      batch: { select: { id: true, intakeNumber: true, bearer: true } },
      reverses: { select: linked },
      reversedBy: { select: linked },
      corrects: { select: linked },
      correctedBy: { select: linked },
      postings: { orderBy: { lineNumber: 'asc' }, select: shownOfPosting },
    },
  })
}

const linked = { id: true, fiscalYear: true, entryNumber: true, entryDate: true } as const
const named = { select: { id: true, name: true } } as const
const shownOfPosting = {
  lineNumber: true,
  amountYen: true,
  count: true,
  account: named,
  fundingSource: named,
  campaign: named,
  collectionMethod: named,
  area: named,
  fund: named,
  duesKind: named,
  duesYear: true,
  supporter: { select: { id: true, name: true, number: true } },
} as const

function linkTo(entry: { id: string; fiscalYear: number; entryNumber: number; entryDate: Date } | null): EntryLink | null {
  return entry === null ? null : { ...entry, entryDate: fromDateColumn(entry.entryDate) }
}
