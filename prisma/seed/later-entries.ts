import { type FiscalYear, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import type { EntryDraft, PostingDraft } from '@sasaeai/domain/ledger/entry-draft'
import { type ReversalAct, reversalOfEntry } from '@sasaeai/domain/ledger/reversal-of-entry'
import { addYen, negateYen, sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import { type BookedEntry, idAt } from './book-bundles.ts'
import { codes } from './demo-bundle.ts'
import { remittanceOf } from './demo-remittances.ts'
import type { DemoOffice } from './demo-ground.ts'
import { nearestOfficeDay } from './office-days.ts'
import type { RandomStream } from './random-stream.ts'

/** A year so far: what came in, and until which day things have happened (that day excluded). */
export interface YearSoFar {
  readonly year: FiscalYear
  readonly before: LocalDate
  readonly random: RandomStream
}

const mistakes = [
  { reason: '金額の入力誤り', isCorrected: true },
  { reason: '桁の入力誤り（封筒の控えと照合）', isCorrected: true },
  { reason: '二重受付のため', isCorrected: false },
  { reason: '別の自治会の封筒を取り違えたため', isCorrected: false },
] as const

/** A dozen mistakes of a year, put right within days: 赤伝, and mostly 黒伝 with it. */
export function corrections(
  office: DemoOffice,
  entries: readonly BookedEntry[],
  { year, before, random }: YearSoFar,
): BookedEntry[] {
  const latest = [lastDayOf(year), addDays(before, -1)].sort()[0] ?? before
  const mistaken = new Set(Array.from({ length: 12 }, () => random.pick(entries)))
  return [...mistaken].flatMap(({ entry, postedAt: bookedAt }) => {
    const date = nearestOfficeDay(addDays(entry.entryDate, random.whole(1, 5)))
    if (date > latest || entry.kind !== 'receipt' || entry.entryDate > date) return []
    const { reason, isCorrected } = random.pick(mistakes)
    // A mistake of a busy day may have been booked later than that, and what does not stand yet cannot be reversed.
    const postedAt = new Date(Math.max(Date.parse(`${date}T08:10:00Z`), bookedAt.getTime() + 60_000))
    const made = { date, reason, postedById: office.accountant, id: journalEntryIdSchema.parse(idAt(postedAt, random)) }
    const reversal = reversalOfEntry(entry, made)
    const audit = { subjectKind: 'journal_entry', subjectId: entry.id, reason }
    const reversed = {
      entry: reversal,
      postedAt,
      audit: { ...audit, action: 'ledger.reverse', after: { reversedBy: reversal.id } },
    }
    if (!isCorrected) return [reversed]
    const right = correctedEntry(entry, {
      ...made,
      id: journalEntryIdSchema.parse(idAt(postedAt, random)),
      byYen: yen(random.pick([500, 1_000, 2_000])),
    })
    return [
      reversed,
      { entry: right, postedAt, audit: { ...audit, action: 'ledger.correct', after: { correctedBy: right.id } } },
    ]
  })
}

function correctedEntry(entry: EntryDraft, { id, date, reason, postedById, byYen }: ReversalAct & { byYen: Yen }): EntryDraft {
  return {
    id,
    entryDate: date,
    kind: 'receipt',
    payerId: entry.payerId,
    description: entry.description,
    sourceKind: 'correction',
    sourceId: entry.id,
    correctsEntryId: entry.id,
    reason,
    postedById,
    searchText: normalizeForSearch(`${entry.description} ${reason}`),
    postings: entry.postings.map((posting) => ({
      ...posting,
      amountYen: addYen(posting.amountYen, posting.amountYen > 0 ? byYen : negateYen(byYen)),
    })),
  }
}

/** What leaves the safe and the custody accounts: cash to the bank, 送金 of the drives. */
export function outgoingEntries(office: DemoOffice, entries: readonly BookedEntry[], sofar: YearSoFar): BookedEntry[] {
  const { year, before } = sofar
  const remitted = [
    ...['11-25', '12-25', '01-25'].map((day) => ({ day, campaign: codes.campaign.redFeather })),
    { day: '01-25', campaign: codes.campaign.yearEnd },
    { day: '01-20', campaign: codes.campaign.broadcaster },
  ]
  const outgoing: BookedEntry[] = []
  for (const { day, campaign } of remitted) {
    const date = nearestOfficeDay(localDate(`${day > '04' ? year : year + 1}-${day}`))
    if (date >= before) continue
    const campaignId = office.campaign(year, campaign)
    const held = sumYen(
      [...entries, ...outgoing]
        .filter(({ entry }) => entry.entryDate <= date)
        .flatMap(({ entry }) =>
          entry.postings.filter((posting) => posting.campaignId === campaignId).map((posting) => posting.amountYen),
        ),
    )
    if (held >= 0) continue
    outgoing.push(remittanceOf({ office, sofar }, { campaignId, date, amountYen: negateYen(held) }, outgoing))
  }
  return [...outgoing, ...deposits(office, entries, sofar)]
}

/** The safe is emptied into the bank on Fridays. */
function deposits(office: DemoOffice, entries: readonly BookedEntry[], sofar: YearSoFar): BookedEntry[] {
  const cash = office.account('1110')
  const byFriday = Map.groupBy(
    entries.flatMap(({ entry }) =>
      entry.postings
        .filter((posting) => posting.accountId === cash)
        .map((posting) => ({ date: entry.entryDate, amountYen: posting.amountYen })),
    ),
    ({ date }) => fridayFrom(date),
  )
  return [...byFriday].flatMap(([friday, taken]) => {
    const amountYen = sumYen(taken.map((each) => each.amountYen))
    if (friday >= sofar.before || friday > lastDayOf(sofar.year) || amountYen <= 0) return []
    const postings = [
      { accountId: office.account('1120'), amountYen },
      { accountId: cash, amountYen: negateYen(amountYen) },
    ]
    return [
      deskEntry(office, sofar, { date: friday, kind: 'transfer', description: '現金を普通預金へ預入れ', postings }),
    ]
  })
}

function fridayFrom(date: LocalDate): LocalDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return addDays(date, (5 - weekday + 7) % 7)
}

function deskEntry(
  office: DemoOffice,
  { random }: YearSoFar,
  { date, ...what }: Pick<EntryDraft, 'kind' | 'description'> & { date: LocalDate; postings: readonly PostingDraft[] },
): BookedEntry {
  const postedAt = new Date(`${date}T07:30:00Z`)
  const entryId = journalEntryIdSchema.parse(idAt(postedAt, random))
  const entry: EntryDraft = {
    ...what,
    id: entryId,
    entryDate: date,
    sourceKind: 'desk',
    sourceId: idAt(postedAt, random),
    postedById: office.accountant,
    searchText: normalizeForSearch(what.description),
  }
  return {
    entry,
    postedAt,
    audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entryId, after: { entryDate: date } },
  }
}
