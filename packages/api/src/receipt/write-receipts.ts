import type { Tx } from '@sasaeai/db/in-transaction'
import { type FiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AreaId, id, type JournalEntryId, type ReceiptId, type ReceiptRunId, type ReceiptSealId, type SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { ReceiptContent, ReceiptWords } from '@sasaeai/domain/receipt/receipt-content'
import type { ReceiptLayout } from '@sasaeai/domain/receipt/receipt-layout'
import { formatReceiptNumber } from '@sasaeai/domain/receipt/receipt-number'
import type { ReceiptSubject } from '@sasaeai/domain/receipt/receipt-subject'
import type { Desk } from '../deps.ts'
import { recordAuditEvents } from '../user/record-audit-event.ts'

/** A series as a receipt needs it. */
export interface OpenSeries {
  readonly seriesId: string
  readonly subject: ReceiptSubject
  readonly pattern: string
  readonly digits: number
  readonly layout: ReceiptLayout
  readonly note: string
  readonly printsSeal: boolean
}

/** A receipt before it has its number. */
export interface ReceiptDraft {
  readonly payer: Pick<ReceiptContent, 'payer' | 'honorific' | 'address'>
  readonly words: ReceiptWords
  readonly amountYen: Yen
  readonly areaId: AreaId | null
  readonly supporterId: SupporterId | null
  readonly entryIds: readonly JournalEntryId[]
  /** 年間証明 only. */
  readonly calendarYear: number | null
  readonly runId: ReceiptRunId | null
}

export interface IssuedReceipt {
  readonly receiptId: ReceiptId
  /** 領収書番号, as it is printed. */
  readonly number: string
}

/**
 * The one place where receipts get their numbers: inside the caller's transaction, so that a refused one leaves no gap.
 * Everything that they say is frozen here. However many there are, it takes five statements.
 * @throws PostgreSQL's refusal: see `receiptRefusalOf`.
 */
export async function writeReceipts(
  { deps, actor, tx }: Desk,
  { series, issuedOn }: { series: OpenSeries; issuedOn: LocalDate },
  drafts: readonly ReceiptDraft[],
): Promise<IssuedReceipt[]> {
  const fiscalYear = fiscalYearOf(issuedOn)
  const common = await commonContent(tx, series)
  const numbers = await takeReceiptNumbers(tx, { seriesId: series.seriesId, fiscalYear, howMany: drafts.length })
  const rows = drafts.map((draft, index) => {
    const number = numbers[index]
    if (number === undefined) throw new Error('the counter gave too few receipt numbers')
    const content: ReceiptContent = { ...common, ...draft.payer, ...draft.words }
    const printed = formatReceiptNumber(series, { fiscalYear, number })
    return { draft, content, receiptId: id<'ReceiptId'>(deps.newId()), number, printed }
  })
  const written = rows.map(({ draft: { amountYen, areaId, supporterId, calendarYear, runId }, content, receiptId, number, printed }) => ({
    id: receiptId, fiscal_year: fiscalYear, series_id: series.seriesId, receipt_number: number, printed_number: printed, issued_on: issuedOn, amount_yen: amountYen,
    area_id: supporterId === null ? areaId : null, supporter_id: supporterId, content, calendar_year: calendarYear, run_id: runId,
    issued_at: deps.now().toISOString(), issued_by_id: actor.userId,
  }))
  await tx.$executeRaw`
    INSERT INTO receipt (id, fiscal_year, series_id, receipt_number, printed_number, issued_on, amount_yen, area_id, supporter_id, content, calendar_year, run_id, issued_at, issued_by_id)
    SELECT id, fiscal_year, series_id, receipt_number, printed_number, issued_on, amount_yen, area_id, supporter_id, content, calendar_year, run_id, issued_at, issued_by_id
    FROM jsonb_populate_recordset(NULL::receipt, ${JSON.stringify(written)}::jsonb)`
  await tx.receiptEntry.createMany({ data: rows.flatMap(({ receiptId, draft }) => draft.entryIds.map((entryId) => ({ receiptId, entryId }))) })
  await recordAuditEvents(deps, tx, rows.map(({ receiptId, printed, content, draft }) => ({
    actor, action: 'receipt.issue', subjectKind: 'receipt', subjectId: receiptId,
    after: { receiptNumber: printed, payer: content.payer, amountYen: draft.amountYen },
  })))
  return rows.map(({ receiptId, printed }) => ({ receiptId, number: printed }))
}

/** Numbers of a series in their order. The counter's row lock puts those who issue in a row. */
export async function takeReceiptNumbers(
  tx: Tx,
  { seriesId, fiscalYear, howMany }: { seriesId: string; fiscalYear: FiscalYear; howMany: number },
): Promise<number[]> {
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT take_number(${`receipt:${seriesId}`}, ${fiscalYear}::int) AS number FROM generate_series(1, ${howMany}::int)`
  return rows.map(({ number }) => number).sort((left, right) => left - right)
}

/** The first series in use for a subject, or the one that is asked for; null when there is none. */
export async function readOpenSeries(tx: Tx, subject: ReceiptSubject, seriesId?: string): Promise<OpenSeries | null> {
  const series = await tx.receiptSeries.findFirst({
    where: { subject, closedOn: null, ...(seriesId === undefined ? {} : { id: seriesId }) },
    orderBy: { code: 'asc' },
  })
  return series === null ? null : { ...series, seriesId: series.id }
}

/** What receipts of a series have in common: the council and the seal as they are now. */
async function commonContent(tx: Tx, { subject, note, layout, printsSeal }: OpenSeries) {
  const council = await tx.council.findUniqueOrThrow({
    where: { id: 1 },
    select: { name: true, postalCode: true, address: true, phone: true, representative: true },
  })
  const seal = printsSeal ? await tx.receiptSeal.findFirst({ where: { withdrawnAt: null }, select: { id: true } }) : null
  return { subject, council, note, layout, sealId: seal === null ? null : id<'ReceiptSealId'>(seal.id) } satisfies Partial<ReceiptContent> & { sealId: ReceiptSealId | null }
}
