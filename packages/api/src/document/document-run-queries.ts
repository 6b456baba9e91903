import { jsonInstant } from '@sasaeai/db/json-instant'
import { documentKinds, type DocumentKind, permissionToRead } from '@sasaeai/domain/document/document-kind'
import type { DocumentRunListInput } from '@sasaeai/domain/document/document-order-input'
import type { DocumentProblem, DocumentRunStatus } from '@sasaeai/domain/document/document-run'
import type { DocumentRunId, StoredDocumentId } from '@sasaeai/domain/ids'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Role } from '@sasaeai/domain/user/role'
import type { Deps } from '../deps.ts'

export interface DocumentRunRow {
  readonly runId: DocumentRunId
  readonly kind: DocumentKind
  readonly title: string
  readonly status: DocumentRunStatus
  readonly doneCount: number
  readonly totalCount: number
  readonly problems: readonly DocumentProblem[]
  readonly documentId: StoredDocumentId | null
  /** Bytes of the finished file. */
  readonly size: number | null
  /** ISO instants. */
  readonly requestedAt: string
  readonly finishedAt: string | null
  readonly requestedByName: string
}

export interface DocumentRunPage {
  readonly rows: readonly DocumentRunRow[]
  /** Where the next page goes on; null on the last one. */
  readonly next: DocumentRunId | null
}

/** The runs whose papers the role may open, newest first. */
export async function listDocumentRuns({ db }: Deps, role: Role, { cursor, limit }: DocumentRunListInput): Promise<DocumentRunPage> {
  const { rows } = await db.pool.query<DocumentRunRow>(
    `SELECT ${runColumns} FROM ${runTables}
     WHERE r.kind = ANY($1) AND ($2::uuid IS NULL OR (r.requested_at, r.id) < (SELECT b.requested_at, b.id FROM document_run b WHERE b.id = $2))
     ORDER BY r.requested_at DESC, r.id DESC LIMIT $3`,
    [kindsFor(role), cursor, limit + 1],
  )
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.runId ?? null) : null }
}

/** One run, for the button that ordered it; null when there is none that the role may see. */
export async function readDocumentRun({ db }: Deps, role: Role, runId: DocumentRunId): Promise<DocumentRunRow | null> {
  const { rows } = await db.pool.query<DocumentRunRow>(
    `SELECT ${runColumns} FROM ${runTables} WHERE r.id = $1 AND r.kind = ANY($2)`,
    [runId, kindsFor(role)],
  )
  return rows[0] ?? null
}

function kindsFor(role: Role): DocumentKind[] {
  return documentKinds.filter((kind) => mayDo(role, permissionToRead(kind)))
}

const runTables = 'document_run r JOIN user_account u ON u.id = r.requested_by_id LEFT JOIN stored_document d ON d.id = r.document_id'
const runColumns = `r.id AS "runId", r.kind, r.title, r.status, r.done_count AS "doneCount", r.total_count AS "totalCount", r.problems,
  r.document_id AS "documentId", octet_length(d.bytes) AS size, ${jsonInstant('r.requested_at')} AS "requestedAt",
  ${jsonInstant('r.finished_at')} AS "finishedAt", u.name AS "requestedByName"`
