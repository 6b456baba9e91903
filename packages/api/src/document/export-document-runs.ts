import { documentKindNames } from '@sasaeai/domain/document/document-kind'
import { documentRunStatusNames, leftOutOf } from '@sasaeai/domain/document/document-run'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import type { Actor, Deps } from '../deps.ts'
import { recordExport } from '../user/record-export.ts'
import { listDocumentRuns } from './document-run-queries.ts'
import { type ExportOutcome, tableFile } from './table-file.ts'

/** More papers than any council makes. */
const everyRun = 1_000_000

/** 帳票: every paper that was ordered and that the role may open, with what could not be put on it. It names people. */
export async function exportDocumentRuns(deps: Deps, actor: Actor, { format }: ExportAsking): Promise<ExportOutcome> {
  const { rows: runs } = await listDocumentRuns(deps, actor.role, { cursor: null, limit: everyRun })
  const name = `帳票の一覧_${localDateInTokyo(deps.now())}`
  const written = await tableFile(name, [{
    name: '帳票',
    columns: [
      { heading: '帳票' }, { heading: '種類' }, { heading: '状態' }, { heading: '件数', kind: 'count' }, { heading: '注意', kind: 'count' }, { heading: '注意の内容' },
      { heading: '作成した人' }, { heading: '頼んだ日時' }, { heading: 'できた日時' },
    ],
    rows: runs.map(({ title, kind, status, totalCount, problems, requestedByName, requestedAt, finishedAt }) => [
      title, documentKindNames[kind], documentRunStatusNames[status], status === 'done' ? totalCount - leftOutOf(problems) : null, problems.length,
      problems.map(({ subject, message }) => [subject, message].filter(Boolean).join('：')).join('\n'), requestedByName, formatPostingMoment(requestedAt),
      finishedAt === null ? '' : formatPostingMoment(finishedAt),
    ]),
  }], format)
  if (written.ok) await recordExport(deps, actor, { action: 'document_run.export', subjectKind: 'document_run', subjectId: name, after: { name, rows: runs.length } })
  return written
}
