import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import {
  compoundFormNames, journalDateFormNames, journalFileEncodingNames, journalLineEndingNames, subAccountFormNames,
} from '@sasaeai/domain/ledger/journal-export/journal-profile'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listJournalProfiles } from './list-journal-profiles.ts'

/** 列の割り当て: how each file for an accounting program is written, those out of use included. */
export async function exportJournalProfiles({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: '列の割り当て',
    lines: await listJournalProfiles(db),
    columns: [
      { heading: '検証', cell: ({ isVerified }) => (isVerified ? '検証済み' : '未検証') },
      { heading: '列', kind: 'count', cell: ({ mapping }) => mapping.columns.length },
      { heading: '列の見出し', cell: ({ mapping }) => mapping.columns.map(({ heading }) => heading).join('、') },
      { heading: '文字コード', cell: ({ encoding }) => journalFileEncodingNames[encoding] },
      { heading: '改行', cell: ({ lineEnding }) => journalLineEndingNames[lineEnding] },
      { heading: '日付', cell: ({ mapping }) => journalDateFormNames[mapping.dateForm] },
      { heading: '複合仕訳', cell: ({ mapping }) => compoundFormNames[mapping.compound] },
      { heading: '補助科目', cell: ({ mapping }) => subAccountFormNames[mapping.subAccount] },
      { heading: '税区分', cell: ({ mapping }) => mapping.taxLabel },
    ],
  }, format)
}
