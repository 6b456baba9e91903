import type { FundingSourceId, LedgerAccountId } from '../../ids.ts'
import { addYen, negateYen, sumYen, type Yen } from '../../money/yen.ts'

/** An account of income as a schedule needs it. */
export interface ScheduleAccount {
  readonly accountId: LedgerAccountId
  readonly code: string
  readonly name: string
  /** 拠点区分コード; empty where none is told. */
  readonly siteCode: string
}

/** What stands in an account of the ledger, by the source that it was booked under. */
export interface LedgerSum {
  readonly accountId: LedgerAccountId
  /** Null for postings without a source. */
  readonly sourceId: FundingSourceId | null
  readonly sourceName: string | null
  readonly amountYen: Yen
}

/** An account against the ledger: the whole of it, what the schedule prints of it, and what else is in it. */
export interface ScheduleControl extends ScheduleAccount {
  readonly ledgerYen: Yen
  readonly scheduleYen: Yen
  /** What the schedule leaves out, by source; empty where both agree. */
  readonly leftOut: readonly LedgerSum[]
}

/** Amounts of a schedule by account. */
export interface AccountAmount {
  readonly accountId: LedgerAccountId
  readonly amountYen: Yen
}

/** Each account that the schedule prints something of, against the whole of it in the ledger. Only those with money. */
export function controlsOf(
  accounts: readonly ScheduleAccount[],
  ledger: readonly LedgerSum[],
  { printed, isPrinted }: { readonly printed: readonly AccountAmount[]; readonly isPrinted: (sourceId: FundingSourceId | null) => boolean },
): ScheduleControl[] {
  return accounts.flatMap((account) => {
    const inLedger = ledger.filter(({ accountId }) => accountId === account.accountId)
    const inSchedule = printed.filter(({ accountId }) => accountId === account.accountId)
    if (inLedger.length === 0 && inSchedule.length === 0) return []
    return [{
      ...account,
      ledgerYen: sumYen(inLedger.map(({ amountYen }) => amountYen)),
      scheduleYen: sumYen(inSchedule.map(({ amountYen }) => amountYen)),
      leftOut: inLedger.filter(({ sourceId, amountYen }) => !isPrinted(sourceId) && amountYen !== 0),
    }]
  })
}

/** What the schedule has less than the ledger, in yen; 0 where they agree. */
export function differenceYen({ ledgerYen, scheduleYen }: Pick<ScheduleControl, 'ledgerYen' | 'scheduleYen'>): Yen {
  return addYen(ledgerYen, negateYen(scheduleYen))
}

/** The 拠点 of some accounts, in the order of their codes; the one without a code first. */
export function sitesOf(accounts: readonly ScheduleAccount[]): string[] {
  return [...new Set(accounts.map(({ siteCode }) => siteCode))].toSorted()
}

/** A site as a column is headed. */
export function siteName(siteCode: string): string {
  return siteCode === '' ? '拠点の指定なし' : `拠点 ${siteCode}`
}

/** The amounts by site, in the order of `sites`. */
export function siteAmounts(sites: readonly string[], accounts: readonly ScheduleAccount[], amounts: readonly AccountAmount[]): Yen[] {
  const siteOf = new Map(accounts.map(({ accountId, siteCode }) => [accountId, siteCode]))
  return sites.map((site) => sumYen(amounts.flatMap(({ accountId, amountYen }) => (siteOf.get(accountId) === site ? [amountYen] : []))))
}
