import { inTransaction } from '@sasaeai/db/in-transaction'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, ReceiptId, ReceiptRunId, SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { givenInYearWords } from '@sasaeai/domain/receipt/received-gift-words'
import type { Actor, Deps } from '../../deps.ts'
import { readGiftsOfYear, type ReceivedPayment } from '../read-payments.ts'
import { receiptRefusalOf } from '../receipt-refusal.ts'
import { giftLineOf, payerOf } from '../receipt-words.ts'
import { readOpenSeries, type ReceiptDraft, writeReceipts } from '../write-receipts.ts'

export interface YearRun {
  /** Null where somebody issues their own, which is part of no run. */
  readonly runId: ReceiptRunId | null
  readonly calendarYear: number
  readonly issuedOn: LocalDate
  /** What alone may stand in them: who has given anything else is left out. Everything where it is not told. */
  readonly only?: ReadonlySet<JournalEntryId>
}

interface Giver {
  readonly supporterId: SupporterId
}

export interface ShareOfYear<Who extends Giver> {
  readonly receiptIds: readonly ReceiptId[]
  /** Whom the database refused, and why. */
  readonly refused: readonly { readonly giver: Who; readonly message: string }[]
}

/**
 * Issues 年間証明 for some givers in one transaction. Where one of them is refused, each is tried alone, so that nobody
 * waits for somebody else's trouble. A giver whose gifts were receipted meanwhile is left out.
 */
export async function issueShareOfYear<Who extends Giver>(desk: { deps: Deps; actor: Actor }, run: YearRun, givers: readonly Who[]): Promise<ShareOfYear<Who>> {
  try {
    return { receiptIds: await issueTogether(desk, run, givers), refused: [] }
  } catch (error) {
    const message = messageOfRefusal(error)
    const [giver] = givers
    if (givers.length === 1 && giver !== undefined) return { receiptIds: [], refused: [{ giver, message }] }
  }
  const shares: ShareOfYear<Who>[] = []
  for (const giver of givers) shares.push(await issueShareOfYear(desk, run, [giver]))
  return { receiptIds: shares.flatMap(({ receiptIds }) => receiptIds), refused: shares.flatMap(({ refused }) => refused) }
}

/** @throws the error itself where it is no refusal of what was written, such as a lost connection. */
function messageOfRefusal(error: unknown): string {
  const refusal = receiptRefusalOf(error)
  if (refusal !== null) return failureMessage(refusal)
  if (/^2[23]/.test(sqlStateOf(error) ?? '')) return '記録に誤りがあり、発行できませんでした。支援者と寄附の記録を確かめてください。'
  throw error
}

function issueTogether({ deps, actor }: { deps: Deps; actor: Actor }, run: YearRun, givers: readonly Giver[]): Promise<ReceiptId[]> {
  return inTransaction(deps.db, async (tx) => {
    const series = await readOpenSeries(tx, 'annual')
    if (series === null) throw new Error('no series for 年間証明')
    const gifts = await readGiftsOfYear(tx, { calendarYear: run.calendarYear, supporterIds: givers.map(({ supporterId }) => supporterId) })
    const byGiver = Map.groupBy(gifts, ({ supporterId }) => supporterId)
    const drafts = givers.flatMap(({ supporterId }) => {
      const given = byGiver.get(supporterId) ?? []
      const [first] = given
      const isMore = given.some(({ entryId }) => run.only?.has(entryId) === false)
      return first === undefined || isMore ? [] : [draftOf(run, first, given)]
    })
    const written = await writeReceipts({ deps, actor, tx }, { series, issuedOn: run.issuedOn }, drafts)
    return written.map(({ receiptId }) => receiptId)
  }, { isolation: 'ReadCommitted' })
}

function draftOf({ runId, calendarYear }: YearRun, first: ReceivedPayment, given: readonly ReceivedPayment[]): ReceiptDraft {
  return {
    payer: payerOf(first),
    words: givenInYearWords(calendarYear, given.map(giftLineOf)),
    amountYen: yen(given.reduce((sum, { amountYen }) => sum + amountYen, 0)),
    areaId: null,
    supporterId: first.supporterId,
    entryIds: [...new Set(given.map(({ entryId }) => entryId))],
    calendarYear,
    runId,
  }
}
