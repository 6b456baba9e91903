import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import { type AreaId, id, type ShareBackRunId } from '@sasaeai/domain/ids'
import { type DuesAtArea, shareBackOf, type ShareBackLine, type ShareBackTerms } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { entryOfShareBack } from '@sasaeai/domain/membership-dues/share-back/share-back-entry'
import { negateYen, sumYen } from '@sasaeai/domain/money/yen'
import { type BookedEntry, idAt } from './book-bundles.ts'
import type { DemoOffice } from './demo-ground.ts'
import { shareBackAccounts, shareBackRatesOf, shareBackStepYen } from './demo-terms.ts'
import { nearestOfficeDay } from './office-days.ts'
import type { RandomStream } from './random-stream.ts'

export interface DemoShareBackRun {
  readonly runId: ShareBackRunId
  readonly fiscalYear: FiscalYear
  readonly sequence: number
  readonly cutOffOn: LocalDate
  /** Null for the draft that waits to be looked through. */
  readonly paidOn: LocalDate | null
  readonly lines: readonly ShareBackLine[]
}

/** Dues in the books that share-back is still calculated from. */
export interface DuesBook {
  entries: readonly BookedEntry[]
}

/** Takes up what a year has brought; dues that no calculation looks at any more are let go, so that ten years fit. */
export function keepDues(book: DuesBook, entries: readonly BookedEntry[], year: FiscalYear): void {
  book.entries = [...book.entries, ...entries].filter(({ entry }) =>
    entry.postings.some(({ duesYear }) => duesYear !== undefined && duesYear >= year - 1),
  )
}

interface Desk {
  readonly office: DemoOffice
  readonly random: RandomStream
  readonly today: LocalDate
  readonly years: readonly FiscalYear[]
  readonly farDistricts: readonly AreaId[]
}

type PlannedRun = Pick<DemoShareBackRun, 'fiscalYear' | 'sequence' | 'cutOffOn'> & { readonly payday: LocalDate }

/**
 * 還元金 within a fiscal year: in May what came late for the year before, in October the year's own; the present year's
 * is calculated but not paid yet. The payments are added to the book.
 */
export function shareBackRuns(
  desk: Desk,
  book: DuesBook,
  year: FiscalYear,
): { entries: BookedEntry[]; runs: DemoShareBackRun[] } {
  const entries: BookedEntry[] = []
  const runs: DemoShareBackRun[] = []
  for (const planned of plannedRuns(year)) {
    const isDraft = planned.fiscalYear === desk.years.at(-1)
    const due = isDraft ? planned.cutOffOn : planned.payday
    if (!desk.years.includes(planned.fiscalYear) || due >= desk.today) continue
    const lines = linesOf(desk, book.entries, planned)
    const runId = id<'ShareBackRunId'>(idAt(new Date(`${planned.cutOffOn}T02:00:00Z`), desk.random))
    const run = { ...planned, runId, paidOn: isDraft ? null : planned.payday, lines }
    const paid = paymentsOf(desk, run)
    runs.push(run)
    entries.push(...paid)
    book.entries = [...book.entries, ...paid]
  }
  return { entries, runs }
}

function plannedRuns(year: FiscalYear): PlannedRun[] {
  const payday = (day: string) => nearestOfficeDay(localDate(`${year}-${day}`))
  return [
    { fiscalYear: fiscalYear(year - 1), sequence: 2, cutOffOn: localDate(`${year}-04-30`), payday: payday('05-22') },
    { fiscalYear: year, sequence: 1, cutOffOn: localDate(`${year}-09-30`), payday: payday('10-15') },
  ]
}

function linesOf(desk: Desk, booked: readonly BookedEntry[], { fiscalYear: year, cutOffOn }: PlannedRun): readonly ShareBackLine[] {
  const postings = booked.flatMap(({ entry }) =>
    entry.postings.flatMap((posting) => {
      const { areaId = null, duesKindId, duesYear, fundingSourceId, amountYen } = posting
      if (duesKindId === undefined || duesYear !== year) return []
      return [{ areaId, duesKindId, amountYen, isReceived: fundingSourceId !== undefined, entryDate: entry.entryDate }]
    }),
  )
  const money = [...Map.groupBy(postings, ({ areaId, duesKindId }) => `${areaId}/${duesKindId}`).values()].flatMap((share): DuesAtArea[] => {
    const [first] = share
    if (first === undefined) return []
    const received = share.filter(({ isReceived, entryDate }) => isReceived && entryDate <= cutOffOn)
    const paid = share.filter(({ isReceived }) => !isReceived)
    return [
      {
        areaId: first.areaId,
        duesKindId: first.duesKindId,
        receivedYen: negateYen(sumYen(received.map(({ amountYen }) => amountYen))),
        paidYen: sumYen(paid.map(({ amountYen }) => amountYen)),
      },
    ]
  })
  return shareBackOf(money, termsOf(desk, year)).lines
}

function termsOf({ office, years, farDistricts }: Desk, year: FiscalYear): ShareBackTerms {
  const { kinds, far } = shareBackRatesOf(years.length - 1 - years.indexOf(year))
  return {
    areas: office.ground.areas,
    payeeLevel: 1,
    kindRates: new Map(kinds.map(({ code, basisPoints }) => [office.duesKind(code), basisPoints])),
    areaRates: far.flatMap(({ code, basisPoints }) =>
      farDistricts.map((areaId) => ({ areaId, duesKindId: office.duesKind(code), basisPoints })),
    ),
    stepYen: shareBackStepYen,
  }
}

function paymentsOf({ office, random }: Desk, { paidOn, lines, ...run }: DemoShareBackRun): BookedEntry[] {
  if (paidOn === null) return []
  const postedAt = new Date(`${paidOn}T06:30:00Z`)
  const accounts = { expenseAccountId: office.account(shareBackAccounts.expense), cashAccountId: office.account(shareBackAccounts.cash) }
  const payees = [...Map.groupBy(lines, ({ areaId }) => areaId)].map(([areaId, own]) => ({
    areaId,
    name: office.ground.areas.get(areaId)?.name ?? '',
    code: office.ground.areas.get(areaId)?.code ?? '',
    lines: own,
  }))
  return payees
    .toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .flatMap((payee) => {
      const entryId = journalEntryIdSchema.parse(idAt(postedAt, random))
      const entry = entryOfShareBack(entryId, payee, { ...run, ...accounts, paidOn, postedById: office.accountant })
      const audit = { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entryId, after: { entryDate: paidOn } }
      return entry === null ? [] : [{ entry, postedAt, audit }]
    })
}

/** Writes the calculations: as drafts first, because what is paid takes no more lines. */
export async function layShareBackRuns(tx: Tx, { accountant }: DemoOffice, runs: readonly DemoShareBackRun[]): Promise<void> {
  for (const { runId, fiscalYear: year, sequence, cutOffOn, paidOn, lines } of runs) {
    const createdAt = new Date(`${cutOffOn}T06:00:00Z`)
    await tx.shareBackRun.create({
      data: { id: runId, fiscalYear: year, sequence, cutOffOn: toDateColumn(cutOffOn), createdAt, createdById: accountant },
    })
    await tx.shareBackLine.createMany({
      data: lines.map(({ parts, ...line }) => ({ runId, ...line, parts: parts.map((part) => ({ ...part })) })),
    })
    if (paidOn === null) continue
    await tx.shareBackRun.update({
      where: { id: runId },
      data: { status: 'posted', paidOn: toDateColumn(paidOn), postedAt: new Date(`${paidOn}T06:30:00Z`), postedById: accountant },
    })
  }
}
