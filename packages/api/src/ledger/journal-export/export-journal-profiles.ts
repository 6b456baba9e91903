import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import {
  compoundFormNames, journalDateFormNames, journalFileEncodingNames, journalLineEndingNames, subAccountFormNames,
} from '@sasaeai/domain/ledger/journal-export/journal-profile'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { listJournalProfiles } from './list-journal-profiles.ts'

/** 列の割り当て: how each file for an accounting program is written, those out of use included. */
export async function exportJournalProfiles(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const profiles = await listJournalProfiles(deps.db)
  return tableFile('列の割り当て', [{
    name: '列の割り当て',
    columns: [
      { heading: 'コード' }, { heading: '名称' }, { heading: '検証' }, { heading: '列', kind: 'count' }, { heading: '列の見出し' }, { heading: '文字コード' }, { heading: '改行' },
      { heading: '日付' }, { heading: '複合仕訳' }, { heading: '補助科目' }, { heading: '税区分' }, { heading: '使用終了日', kind: 'date' },
    ],
    rows: profiles.map(({ mapping, ...each }) => [
      each.code, each.name, each.isVerified ? '検証済み' : '未検証', mapping.columns.length, mapping.columns.map(({ heading }) => heading).join('、'), journalFileEncodingNames[each.encoding],
      journalLineEndingNames[each.lineEnding], journalDateFormNames[mapping.dateForm], compoundFormNames[mapping.compound], subAccountFormNames[mapping.subAccount], mapping.taxLabel, each.closedOn,
    ]),
  }], format)
}
