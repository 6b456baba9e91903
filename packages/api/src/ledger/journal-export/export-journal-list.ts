import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { listJournalExports } from './list-journal-exports.ts'

/** これまでの書き出し as an Excel file, to be held against what the accounting program took in. */
export async function exportJournalList(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const exports = await listJournalExports(deps.db)
  const sum = (figure: 'entries' | 'postings') => exports.reduce((whole, each) => whole + each[figure], 0)
  return tableFile(`会計ソフトへの書き出し_${localDateInTokyo(deps.now())}`, [{
    name: 'これまでの書き出し',
    columns: [
      { heading: '番号', kind: 'count' }, { heading: '割り当て' }, { heading: '最初の日', kind: 'date' }, { heading: '最後の日', kind: 'date' }, { heading: '仕訳（件）', kind: 'count' },
      { heading: '明細（行）', kind: 'count' }, { heading: '借方合計（円）', kind: 'yen' }, { heading: '書き出した日時' }, { heading: '書き出した人' }, { heading: 'SHA-256' },
    ],
    rows: exports.map(({ exportNumber, profileName, firstDay, lastDay, entries, postings, debitYen, exportedAt, exportedBy, sha256 }) => [
      exportNumber, profileName, firstDay, lastDay, entries, postings, debitYen, formatPostingMoment(exportedAt), exportedBy, sha256,
    ]),
    total: [null, '合計', '', '', sum('entries'), sum('postings'), sumYen(exports.map(({ debitYen }) => debitYen)), '', '', ''],
  }], format)
}
