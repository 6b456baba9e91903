import type { SupporterId, SupporterImportId } from '@sasaeai/domain/ids'
import type { CellFault } from '@sasaeai/domain/supporter/import/read-supporter-line'
import { type SupporterColumn, supporterColumns } from '@sasaeai/domain/supporter/import/supporter-import-columns'
import type { ImportLinesInput } from '@sasaeai/domain/supporter/import/supporter-import-input'
import type { ImportChoice, ImportStatus } from '@sasaeai/domain/supporter/import/supporter-import-status'
import type { Deps } from '../../deps.ts'

export interface ImportOverview {
  readonly importId: SupporterImportId
  readonly fileName: string
  readonly startedAt: string
  readonly startedBy: string
  readonly finishedAt: string | null
  readonly undoneAt: string | null
  /** Lines that are in, and that are chosen to come in. */
  readonly done: number
  readonly total: number
}

const overviewColumns = `i.id AS "importId", i.file_name AS "fileName", i.started_at AS "startedAt", u.name AS "startedBy", i.finished_at AS "finishedAt",
  i.undone_at AS "undoneAt", n.done, n.total`
const overviewSources = `supporter_import i JOIN user_account u ON u.id = i.started_by_id
  CROSS JOIN LATERAL (SELECT count(l.taken_at)::int AS done, count(*) FILTER (WHERE l.choice <> 'leave')::int AS total
    FROM supporter_import_line l WHERE l.import_id = i.id) n`

const mostImports = 50

/** The last imports, the newest first. */
export async function listSupporterImports({ db }: Deps): Promise<ImportOverview[]> {
  const { rows } = await db.pool.query<ImportOverview>(`SELECT ${overviewColumns} FROM ${overviewSources} ORDER BY i.started_at DESC, i.id DESC LIMIT ${mostImports}`)
  return rows
}

export interface OpenedImport extends ImportOverview {
  readonly columns: readonly { readonly heading: string; readonly sample: string; readonly column: SupporterColumn | null }[]
  readonly counts: readonly { readonly status: ImportStatus; readonly choice: ImportChoice; readonly lines: number }[]
}

/** One import with the meaning of its columns and what would become of its lines; null when there is none. */
export async function readSupporterImport({ db }: Deps, importId: SupporterImportId): Promise<OpenedImport | null> {
  const [opened, counted] = await Promise.all([
    db.pool.query<ImportOverview & { headings: string[]; samples: string[]; meanings: string[] }>(
      `SELECT ${overviewColumns}, i.headings, i.samples, i.columns AS meanings FROM ${overviewSources} WHERE i.id = $1`, [importId],
    ),
    db.pool.query<OpenedImport['counts'][number]>(
      'SELECT status, choice, count(*)::int AS lines FROM supporter_import_line WHERE import_id = $1 GROUP BY status, choice ORDER BY status, choice', [importId],
    ),
  ])
  const [row] = opened.rows
  if (row === undefined) return null
  const { headings, samples, meanings, ...overview } = row
  const columns = headings.map((heading, place) => ({
    heading, sample: samples[place] ?? '', column: supporterColumns.find((each) => each === meanings[place]) ?? null,
  }))
  return { ...overview, columns, counts: counted.rows }
}

export interface ImportLine {
  readonly lineNumber: number
  readonly status: ImportStatus
  readonly choice: ImportChoice
  readonly name: string
  readonly errors: readonly CellFault[]
  readonly remarks: readonly string[]
  readonly supporterId: SupporterId | null
  readonly isTaken: boolean
}

const linesOfPage = 50

/** A page of the lines in the order of the file, of one status or of all. */
export async function listImportLines(deps: Deps, input: ImportLinesInput): Promise<{ rows: ImportLine[]; next: number | null }> {
  const rows = await readImportLines(deps, input, linesOfPage + 1)
  const shown = rows.slice(0, linesOfPage)
  return { rows: shown, next: rows.length > shown.length ? (shown.at(-1)?.lineNumber ?? null) : null }
}

/** The first lines after the cursor in the order of the file, of one status or of all. */
export async function readImportLines({ db }: Deps, { importId, status, cursor }: ImportLinesInput, limit: number): Promise<ImportLine[]> {
  const { rows } = await db.pool.query<ImportLine>(
    `SELECT line_number AS "lineNumber", status, choice, name, errors, remarks, supporter_id AS "supporterId", taken_at IS NOT NULL AS "isTaken"
     FROM supporter_import_line WHERE import_id = $1 AND line_number > $2 AND ($3::supporter_import_status IS NULL OR status = $3::supporter_import_status)
     ORDER BY line_number LIMIT ${limit}`,
    [importId, cursor ?? 0, status],
  )
  return rows
}
