import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type {
  AllocationId,
  CampaignId,
  GrantApplicationId,
  GrantCallId,
  GrantCommitteeId,
  GrantKindId,
  GrantPaymentId,
  JournalEntryId,
  LedgerAccountId,
  SupporterId,
} from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { keptTotalsAt } from '../../ledger/kept-totals-at.ts'
import { isAmong, type YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { wasPosted } from '../../ledger/stands-sql.ts'

/** A call as its page shows it. */
export interface GrantCall {
  readonly callId: GrantCallId
  readonly fiscalYear: FiscalYear
  readonly grantKindId: GrantKindId
  readonly kindName: string
  readonly name: string
  readonly campaignId: CampaignId | null
  readonly campaignName: string | null
  readonly isCampaignClosed: boolean
  /** What the drive that pays holds, in yen; null where the council pays. */
  readonly heldYen: Yen | null
  /** 現金預金 of the book that pays, and the usual one of them. */
  readonly cash: { readonly accounts: readonly { readonly id: LedgerAccountId; readonly name: string }[]; readonly usualId: LedgerAccountId | null }
  readonly expenseAccountId: LedgerAccountId | null
  readonly expenseAccountName: string | null
  readonly allocationId: AllocationId | null
  readonly allocationName: string | null
  readonly budgetYen: Yen
  readonly opensOn: LocalDate
  readonly closesOn: LocalDate
  readonly reportDueOn: LocalDate | null
  readonly guidelines: string
  readonly revision: number
  /** By their numbers, withdrawn ones included. */
  readonly applications: readonly GrantApplication[]
}

export interface GrantApplication {
  readonly applicationId: GrantApplicationId
  readonly number: number
  readonly supporterId: SupporterId
  readonly supporterNumber: number
  readonly supporterName: string
  readonly projectName: string
  readonly purpose: string
  readonly requestedYen: Yen
  readonly receivedOn: LocalDate
  readonly withdrawnOn: LocalDate | null
  readonly note: string
  readonly revision: number
  readonly decision: GrantDecision | null
  /** The sum of the payments that stand, in yen. */
  readonly paidYen: Yen
  readonly payments: readonly GrantPaymentLine[]
  readonly report: GrantReport | null
}

interface GrantDecision {
  readonly committeeId: GrantCommitteeId
  readonly committeeName: string
  readonly heldOn: LocalDate
  readonly awardedYen: Yen
  readonly reason: string
  readonly revision: number
}

interface GrantPaymentLine {
  readonly paymentId: GrantPaymentId
  readonly paidOn: LocalDate
  readonly amountYen: Yen
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly isReversed: boolean
}

interface GrantReport {
  readonly receivedOn: LocalDate
  readonly spentYen: Yen
  readonly activity: string
  readonly message: string
  readonly beneficiaries: number | null
  readonly revision: number
}

/** A call with its applications and what has become of each, now or by a moment; null when it is not there. */
export async function readGrantCall({ db }: Pick<Deps, 'db'>, callId: GrantCallId, at: ReportMoment = ofNow): Promise<GrantCall | null> {
  const [calls, applications] = await Promise.all([
    readAt(db, at, (books, since) => books.query<Omit<GrantCall, 'applications'>>(callSql(since), [callId])),
    readAt(db, at, (books, since) => books.query<GrantApplication>(applicationsSql(since), [callId])),
  ])
  const [call] = calls.rows
  return call === undefined ? null : { ...call, applications: applications.rows }
}

const callSql = (since: readonly YearSince[]) => `
  SELECT c.id AS "callId", c.fiscal_year AS "fiscalYear", c.grant_kind_id AS "grantKindId", k.name AS "kindName", c.name,
    c.campaign_id AS "campaignId", g.name AS "campaignName", g.closed_on IS NOT NULL AS "isCampaignClosed",
    CASE WHEN g.id IS NOT NULL THEN (SELECT coalesce(-sum(t.amount_yen), 0)::bigint FROM ${keptTotalsAt({ table: 'funding_year_total', columns: ['account_id', 'campaign_id'] }, since)} t
      WHERE t.account_id = g.custody_account_id AND t.campaign_id = g.id) END AS "heldYen",
    json_build_object('usualId', coalesce(g.cash_account_id, (SELECT default_cash_account_id FROM council WHERE id = 1 AND coalesce(y.book, 'council') = 'council')),
      'accounts', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'name', b.name) ORDER BY b.code), '[]') FROM ledger_account b
        WHERE b.category = 'asset' AND NOT b.is_heading AND b.closed_on IS NULL AND b.book = coalesce(y.book, 'council'))) AS cash,
    c.expense_account_id AS "expenseAccountId", x.name AS "expenseAccountName",
    c.allocation_id AS "allocationId", l.name AS "allocationName", c.budget_yen AS "budgetYen", c.opens_on AS "opensOn",
    c.closes_on AS "closesOn", c.report_due_on AS "reportDueOn", c.guidelines, c.revision
  FROM grant_call c JOIN grant_kind k ON k.id = c.grant_kind_id LEFT JOIN campaign g ON g.id = c.campaign_id
    LEFT JOIN ledger_account y ON y.id = g.custody_account_id LEFT JOIN ledger_account x ON x.id = c.expense_account_id LEFT JOIN allocation l ON l.id = c.allocation_id
  WHERE c.id = $1`

const applicationsSql = (since: readonly YearSince[]) => `
  SELECT a.id AS "applicationId", a.application_number AS number, s.id AS "supporterId", s.number AS "supporterNumber",
    s.name AS "supporterName", a.project_name AS "projectName", a.purpose, a.requested_yen AS "requestedYen", a.received_on AS "receivedOn",
    a.withdrawn_on AS "withdrawnOn", coalesce(a.note, '') AS note, a.revision,
    CASE WHEN d.application_id IS NOT NULL THEN json_build_object('committeeId', m.id, 'committeeName', m.name, 'heldOn', m.held_on,
      'awardedYen', d.awarded_yen, 'reason', d.reason, 'revision', d.revision) END AS decision,
    coalesce(p.paid_yen, 0)::bigint AS "paidYen", coalesce(p.payments, '[]') AS payments,
    CASE WHEN r.application_id IS NOT NULL THEN json_build_object('receivedOn', r.received_on, 'spentYen', r.spent_yen,
      'activity', r.activity, 'message', r.message, 'beneficiaries', r.beneficiaries, 'revision', r.revision) END AS report
  FROM grant_application a JOIN supporter s ON s.id = a.supporter_id LEFT JOIN grant_decision d ON d.application_id = a.id
    LEFT JOIN grant_committee m ON m.id = d.committee_id LEFT JOIN grant_report r ON r.application_id = a.id
    LEFT JOIN LATERAL (
      SELECT sum(y.amount_yen) FILTER (WHERE u.id IS NULL) AS paid_yen,
        json_agg(json_build_object('paymentId', y.id, 'paidOn', y.paid_on, 'amountYen', y.amount_yen, 'entryId', e.id,
          'entryNumber', e.entry_number, 'isReversed', u.id IS NOT NULL) ORDER BY e.fiscal_year, e.entry_number) AS payments
      FROM grant_payment y JOIN journal_entry e ON e.id = y.entry_id LEFT JOIN journal_entry u ON u.reverses_entry_id = e.id AND NOT ${isAmong(since, 'u')}
      WHERE y.application_id = a.id${wasPosted('e.id', since)}) p ON true
  WHERE a.call_id = $1 ORDER BY a.application_number`
