import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { formatFiscalYear } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { AreaId, JournalEntryId, LedgerAccountId, ShareBackRunId, UserId } from '../../ids.ts'
import type { EntryDraft, PostingDraft } from '../../ledger/entry-draft.ts'
import { negateYen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import { differenceOf, payableYen, type ShareBackLine } from './share-back.ts'

/** A calculation that is being paid. */
export interface PaidShareBackRun {
  readonly runId: ShareBackRunId
  readonly fiscalYear: FiscalYear
  readonly sequence: number
  readonly paidOn: LocalDate
  readonly expenseAccountId: LedgerAccountId
  readonly cashAccountId: LedgerAccountId
  readonly postedById: UserId
}

export interface ShareBackPayee {
  readonly areaId: AreaId
  readonly name: string
  /** The payee's lines of the calculation. */
  readonly lines: readonly ShareBackLine[]
}

/**
 * The payment to one payee: spending gross, a side for every kind, against the account that it is paid from. Dues that
 * came in are not touched. Null where nothing is to be paid.
 */
export function entryOfShareBack(id: JournalEntryId, payee: ShareBackPayee, run: PaidShareBackRun): EntryDraft | null {
  const paidYen = payableYen(payee.lines)
  if (paidYen === 0) return null
  const description = `${shareBackRunName(run)} ${payee.name}`
  const debits = payee.lines.flatMap((line): PostingDraft[] => {
    const amountYen = differenceOf(line)
    const { areaId, duesKindId } = line
    return amountYen === 0 ? [] : [{ accountId: run.expenseAccountId, amountYen, areaId, duesKindId, duesYear: run.fiscalYear }]
  })
  return {
    id,
    entryDate: run.paidOn,
    kind: 'payment',
    description,
    sourceKind: 'share_back',
    sourceId: shareBackSourceId(run.runId, payee.areaId),
    postedById: run.postedById,
    searchText: normalizeForSearch(description),
    postings: [...debits, { accountId: run.cashAccountId, amountYen: negateYen(paidYen) }],
  }
}

/** 令和8年度還元金 第1回 */
export function shareBackRunName({ fiscalYear, sequence }: Pick<PaidShareBackRun, 'fiscalYear' | 'sequence'>): string {
  return `${formatFiscalYear(fiscalYear)}還元金 第${sequence}回`
}

/** By which a payment is in the books once, whatever is repeated. */
function shareBackSourceId(runId: ShareBackRunId, areaId: AreaId): string {
  return `${runId}/${areaId}`
}
