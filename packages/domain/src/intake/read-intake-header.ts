import { fiscalYearOf, type FiscalYear } from '../calendar/fiscal-year.ts'
import { formatLocalDate } from '../calendar/japanese-era.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { dateRefusalMessage, parseDate } from '../calendar/parse-date.ts'
import type { AreaId, LedgerAccountId } from '../ids.ts'
import { ledgerFailures } from '../ledger/ledger-failures.ts'
import { amountRefusalMessage, parseAmount } from '../money/parse-amount.ts'
import type { Yen } from '../money/yen.ts'
import { findAreaOfBatch } from './find-area.ts'
import type { IntakeContext } from './intake-context.ts'
import type { HeaderField, IntakeDraftHeader } from './intake-draft.ts'
import { readCount } from './read-count.ts'

/** What a cell of the header holds that cannot be posted, or is worth a second look. */
export interface HeaderRemark {
  readonly field: HeaderField | 'cashAccountId'
  readonly message: string
}

/** The header of a batch as it is understood; null where a cell is empty or cannot be read. */
export interface HeaderReading {
  readonly receivedOn: LocalDate | null
  /** The year whose kinds and campaigns the lines are read in: that of the date, or of today while it is missing. */
  readonly fiscalYear: FiscalYear
  readonly areaId: AreaId | null
  readonly cashAccountId: LedgerAccountId | null
  readonly controlCount: number | null
  readonly controlTotalYen: Yen | null
  /** What keeps the batch from being posted. */
  readonly problems: readonly HeaderRemark[]
  readonly warnings: readonly HeaderRemark[]
}

/** Reads the cells above the lines. */
export function readIntakeHeader(header: IntakeDraftHeader, context: IntakeContext): HeaderReading {
  const problems: HeaderRemark[] = []
  const receivedOn = readReceivedOn(header, context, problems)
  const isAhead = receivedOn !== null && receivedOn > context.today
  return {
    receivedOn,
    fiscalYear: fiscalYearOf(receivedOn ?? context.today),
    areaId: readArea(header, context, problems),
    cashAccountId: readCashAccount(header, context, problems),
    ...readControls(header, problems),
    problems: [...problems, ...tooLong(header)],
    warnings: isAhead ? [{ field: 'receivedOn', message: '今日より先の日付です。受入日を確かめてください。' }] : [],
  }
}

function readReceivedOn(
  { receivedOn }: IntakeDraftHeader,
  { today, openMonths }: IntakeContext,
  problems: HeaderRemark[],
): LocalDate | null {
  const parsed = parseDate(receivedOn, { today })
  if (!parsed.ok) {
    problems.push({ field: 'receivedOn', message: dateRefusalMessage(parsed.reason) })
    return null
  }
  if (!openMonths.has(parsed.date.slice(0, 'YYYY-MM'.length))) {
    problems.push({ field: 'receivedOn', message: ledgerFailures.period_closed(formatLocalDate(parsed.date)) })
  }
  return parsed.date
}

function readArea({ area }: IntakeDraftHeader, context: IntakeContext, problems: HeaderRemark[]): AreaId | null {
  if (area.trim() === '') return null
  const areaId = findAreaOfBatch(context.areas, area)
  if (areaId === null) {
    problems.push({
      field: 'area',
      message: `地域「${area.trim()}」が見つかりません。番号か名前を入力し、候補から選んでください。`,
    })
  } else if (context.ground.areas.get(areaId)?.isClosed === true) {
    problems.push({ field: 'area', message: ledgerFailures.area_unusable() })
  }
  return areaId
}

function readCashAccount(
  { cashAccountId }: IntakeDraftHeader,
  { ground, defaultCashAccountId }: IntakeContext,
  problems: HeaderRemark[],
): LedgerAccountId | null {
  const chosen = cashAccountId ?? defaultCashAccountId
  const account = chosen === null ? undefined : ground.accounts.get(chosen)
  const isUsable = account !== undefined && account.category === 'asset' && !account.isHeading && !account.isClosed
  if (!isUsable) problems.push({ field: 'cashAccountId', message: ledgerFailures.cash_account_unusable() })
  else if (account.book === 'branch') problems.push({ field: 'cashAccountId', message: ledgerFailures.cash_account_of_branch() })
  return chosen
}

function readControls(
  { controlCount, controlTotal }: IntakeDraftHeader,
  problems: HeaderRemark[],
): { controlCount: number | null; controlTotalYen: Yen | null } {
  const count = readCount(controlCount)
  if (count === null && controlCount.trim() !== '') {
    problems.push({ field: 'controlCount', message: '件数として読み取れません。数字だけで入力してください。例：12' })
  }
  const total = parseAmount(controlTotal)
  if (!total.ok && total.reason !== 'empty') {
    problems.push({ field: 'controlTotal', message: amountRefusalMessage(total.reason) })
  }
  return { controlCount: count, controlTotalYen: total.ok ? total.yen : null }
}

function tooLong({ bearer, note }: IntakeDraftHeader): HeaderRemark[] {
  return [
    ...(bearer.trim().length > 100
      ? [{ field: 'bearer', message: '持参者は100文字以内で入力してください。' } as const]
      : []),
    ...(note.trim().length > 200 ? [{ field: 'note', message: '備考は200文字以内で入力してください。' } as const] : []),
  ]
}
