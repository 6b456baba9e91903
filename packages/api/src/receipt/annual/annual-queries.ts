import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DocumentRunStatus } from '@sasaeai/domain/document/document-run'
import type { DocumentRunId, ReceiptRunId, StoredDocumentId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { type GiverOfYear, listGiversOfYear } from '../read-payments.ts'

/** What a 年間証明 of a calendar year would be issued for, and what was issued already. */
export interface AnnualOutlook {
  /** Givers who would get one, their gifts and what these come to. */
  readonly waiting: { readonly givers: number; readonly gifts: number; readonly yen: Yen }
  /** The first of those who get none until somebody has looked at them. */
  readonly troubled: readonly { readonly supporterId: SupporterId; readonly number: number; readonly name: string; readonly trouble: string }[]
  readonly troubledCount: number
  readonly issued: { readonly count: number; readonly yen: Yen }
  readonly runs: readonly AnnualRun[]
}

export interface AnnualRun {
  readonly runId: ReceiptRunId
  readonly issuedOn: LocalDate
  readonly requestedByName: string
  /** Receipts of it that are not void. */
  readonly count: number
  readonly amountYen: Yen
  /** The papers that were ordered for it last; null while there are none. */
  readonly papers: { readonly runId: DocumentRunId; readonly status: DocumentRunStatus; readonly documentId: StoredDocumentId | null } | null
}

const mostTroubled = 50

export async function readAnnualOutlook({ db }: Deps, calendarYear: number): Promise<AnnualOutlook> {
  const [givers, runs, issued] = await Promise.all([
    listGiversOfYear(db, calendarYear),
    readAnnualRuns({ db }, calendarYear),
    db.pool.query<{ count: number; amountYen: number }>(
      'SELECT count(*)::int AS count, coalesce(sum(amount_yen), 0)::float8 AS "amountYen" FROM receipt WHERE calendar_year = $1 AND voided_at IS NULL',
      [calendarYear],
    ),
  ])
  const waiting = givers.filter((giver) => troubleOf(giver) === null)
  const troubled = givers.flatMap((giver) => {
    const { supporterId, number, name } = giver
    const trouble = troubleOf(giver)
    return trouble === null ? [] : [{ supporterId, number, name, trouble }]
  })
  const [total] = issued.rows
  return {
    waiting: {
      givers: waiting.length,
      gifts: waiting.reduce((sum, { giftCount }) => sum + giftCount, 0),
      yen: yen(waiting.reduce((sum, { amountYen }) => sum + amountYen, 0)),
    },
    troubled: troubled.slice(0, mostTroubled),
    troubledCount: troubled.length,
    issued: { count: total?.count ?? 0, yen: yen(total?.amountYen ?? 0) },
    runs,
  }
}

/** 年間証明の発行 of a calendar year, the newest first. */
export async function readAnnualRuns({ db }: Pick<Deps, 'db'>, calendarYear: number): Promise<AnnualRun[]> {
  const { rows } = await db.pool.query<AnnualRun>(runsSql, [calendarYear])
  return rows
}

function troubleOf({ address, issued, giftCount }: GiverOfYear): string | null {
  if (issued !== null) return `${issued}を発行したあとの寄附が${giftCount}件あります`
  return address === '' ? '住所がありません' : null
}

const runsSql = `
  SELECT r.id AS "runId", r.issued_on AS "issuedOn", u.name AS "requestedByName", n.count, n."amountYen",
    (SELECT jsonb_build_object('runId', d.id, 'status', d.status, 'documentId', d.document_id) FROM document_run d
      WHERE d.kind = 'annual_receipts' AND d.input ->> 'receiptRunId' = r.id::text ORDER BY d.requested_at DESC LIMIT 1) AS papers
  FROM receipt_run r JOIN user_account u ON u.id = r.requested_by_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS count, coalesce(sum(x.amount_yen), 0)::float8 AS "amountYen" FROM receipt x WHERE x.run_id = r.id AND x.voided_at IS NULL) n
  WHERE r.calendar_year = $1 ORDER BY r.requested_at DESC`
