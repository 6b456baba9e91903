import { groundAt } from '@sasaeai/db/ground-at'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { ExternalApplicationState } from '@sasaeai/domain/funding-indicator/external-fund/external-application-state'
import type { ExternalCallKind } from '@sasaeai/domain/funding-indicator/external-fund/external-call-kind'
import type { ExternalApplicationId, ExternalCallId, FundId, JournalEntryId, ExternalReceiptId, LedgerAccountId, SupporterId, UserId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { groundMomentOf, ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { readReportReminder, type ReportReminderRow } from './save-report-reminder.ts'

/** An 申込, with what came of it and stands. */
export interface ExternalApplicationRow {
  readonly applicationId: ExternalApplicationId
  readonly projectName: string
  readonly requestedYen: Yen | null
  readonly state: ExternalApplicationState
  readonly appliedOn: LocalDate | null
  readonly decidedOn: LocalDate | null
  readonly awardedYen: Yen | null
  readonly reportDueOn: LocalDate | null
  readonly reportedOn: LocalDate | null
  readonly responsibleId: UserId | null
  readonly responsibleName: string | null
  readonly fundId: FundId | null
  readonly fundName: string | null
  readonly note: string
  readonly revision: number
  readonly receivedYen: Yen
}

/** A 募集 with everything that was applied for. */
export interface ExternalCallRow {
  readonly callId: ExternalCallId
  readonly name: string
  readonly funder: string
  readonly funderId: SupporterId | null
  readonly funderName: string | null
  readonly kind: ExternalCallKind
  readonly theme: string
  readonly opensOn: LocalDate | null
  readonly deadlineOn: LocalDate
  readonly amountYen: Yen | null
  readonly resultOn: LocalDate | null
  readonly url: string
  readonly note: string
  readonly passedOn: LocalDate | null
  readonly revision: number
  readonly applications: readonly ExternalApplicationRow[]
}

export interface ExternalFunds {
  /** The latest deadline first. */
  readonly calls: readonly ExternalCallRow[]
  readonly today: LocalDate
  readonly reminder: ReportReminderRow
}

/** All calls with their applications, now or at a moment: a council keeps some dozens a year. When people are reminded is of now. */
export async function listExternalFunds({ db, now }: Deps, at: ReportMoment = ofNow): Promise<ExternalFunds> {
  const [{ rows }, reminder] = await Promise.all([
    groundAt(db, groundMomentOf(at)).pool.query<ExternalCallRow>(`${callSql} ORDER BY c.deadline_on DESC, c.name, c.id`),
    readReportReminder(db.prisma),
  ])
  return { calls: rows, today: localDateInTokyo(at.moment ?? now()), reminder }
}

/** Every 入金 of every award, undone ones included, the newest first. */
export async function listExternalReceipts({ db }: Pick<Deps, 'db'>, at: ReportMoment): Promise<ExternalReceiptRow[]> {
  return (await groundAt(db, groundMomentOf(at)).pool.query<ExternalReceiptRow>(receiptSql, [null])).rows
}

export interface ExternalReceiptRow {
  readonly receiptId: ExternalReceiptId
  readonly applicationId: ExternalApplicationId
  readonly callName: string
  readonly projectName: string
  readonly receivedOn: LocalDate
  readonly amountYen: Yen
  readonly isLive: boolean
  readonly entryId: JournalEntryId
  readonly entryNumber: number
}

interface Choice<Id> {
  readonly id: Id
  readonly name: string
}

export interface ExternalCallInFull {
  readonly call: ExternalCallRow
  readonly receipts: readonly ExternalReceiptRow[]
  readonly today: LocalDate
  readonly cash: readonly Choice<LedgerAccountId>[]
  readonly usualCashId: LedgerAccountId | null
  /** Who may be responsible: everybody who can sign in, and who is responsible already. */
  readonly people: readonly Choice<UserId>[]
}

/** One 募集 with its applications and every 入金, undone ones included, now or at a moment; null when it is not there. */
export async function readExternalCall({ db, now }: Deps, { callId }: { readonly callId: ExternalCallId }, at: ReportMoment = ofNow): Promise<ExternalCallInFull | null> {
  const ground = groundAt(db, groundMomentOf(at))
  const [found, receipts, choices] = await Promise.all([
    ground.pool.query<ExternalCallRow>(`${callSql} WHERE c.id = $1`, [callId]),
    ground.pool.query<ExternalReceiptRow>(receiptSql, [callId]),
    db.pool.query<Pick<ExternalCallInFull, 'cash' | 'usualCashId' | 'people'>>(choiceSql, [callId]),
  ])
  const [call] = found.rows
  const [choice] = choices.rows
  if (call === undefined || choice === undefined) return null
  return { call, receipts: receipts.rows, today: localDateInTokyo(at.moment ?? now()), ...choice }
}

const callSql = `
  SELECT c.id AS "callId", c.name, c.funder, c.funder_id AS "funderId", s.name AS "funderName", c.kind::text AS kind, c.theme, c.opens_on AS "opensOn",
    c.deadline_on AS "deadlineOn", c.amount_yen AS "amountYen", c.result_on AS "resultOn", c.url, coalesce(c.note, '') AS note, c.passed_on AS "passedOn", c.revision, a.applications
  FROM external_call c LEFT JOIN supporter s ON s.id = c.funder_id
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('applicationId', x.id, 'projectName', x.project_name, 'requestedYen', x.requested_yen, 'state', x.state,
        'appliedOn', x.applied_on, 'decidedOn', x.decided_on, 'awardedYen', x.awarded_yen, 'reportDueOn', x.report_due_on, 'reportedOn', x.reported_on,
        'responsibleId', x.responsible_id, 'responsibleName', u.name, 'fundId', x.fund_id, 'fundName', f.name, 'note', coalesce(x.note, ''), 'revision', x.revision,
        'receivedYen', r.received_yen) ORDER BY x.applied_on NULLS FIRST, x.id), '[]') AS applications
    FROM external_application x LEFT JOIN user_account u ON u.id = x.responsible_id LEFT JOIN fund f ON f.id = x.fund_id
    CROSS JOIN LATERAL (SELECT coalesce(sum(amount_yen), 0)::bigint AS received_yen FROM external_receipt WHERE application_id = x.id AND is_live) r
    WHERE x.call_id = c.id) a`

/** Of one call, or of all where none is named. */
const receiptSql = `
  SELECT r.id AS "receiptId", x.id AS "applicationId", c.name AS "callName", x.project_name AS "projectName", r.received_on AS "receivedOn", r.amount_yen AS "amountYen", r.is_live AS "isLive",
    e.id AS "entryId", e.entry_number AS "entryNumber"
  FROM external_receipt r JOIN external_application x ON x.id = r.application_id JOIN external_call c ON c.id = x.call_id
    JOIN journal_entry e ON e.id = r.entry_id
  WHERE ($1::uuid IS NULL OR x.call_id = $1) ORDER BY r.received_on DESC, e.fiscal_year DESC, e.entry_number DESC`

/** The account as last time, else the council's usual one. */
const choiceSql = `
  SELECT (SELECT coalesce(json_agg(json_build_object('id', id, 'name', code || ' ' || name) ORDER BY code), '[]') FROM ledger_account
      WHERE category = 'asset' AND book = 'council' AND NOT is_heading AND closed_on IS NULL) AS cash,
    coalesce(
      (SELECT p.account_id FROM external_receipt r JOIN posting p ON p.entry_id = r.entry_id AND p.line_number = 1 ORDER BY r.id DESC LIMIT 1),
      (SELECT default_cash_account_id FROM council WHERE id = 1)) AS "usualCashId",
    (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name), '[]') FROM user_account u
      WHERE NOT is_program AND (disabled_at IS NULL OR EXISTS (SELECT 1 FROM external_application x WHERE x.responsible_id = u.id AND x.call_id = $1))) AS people`
