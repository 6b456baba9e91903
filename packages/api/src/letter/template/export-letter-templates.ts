import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { letterKindNames } from '@sasaeai/domain/letter/letter-kind'
import { letterUseWords, suitedGiftWords } from '@sasaeai/domain/letter/letter-template-words'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { listLetterTemplates } from './letter-template-table.ts'

/** 文書のひな形 with their whole words, those out of use included. */
export async function exportLetterTemplates(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const templates = await listLetterTemplates(deps.db)
  return tableFile('文書のひな形', [{
    name: '文書のひな形',
    columns: [
      { heading: 'コード' }, { heading: '名称' }, { heading: '種類' }, { heading: '使うところ' }, { heading: '合う寄附' }, { heading: '表題' }, { heading: '件名' }, { heading: '本文' }, { heading: '記' },
      { heading: '使用終了日', kind: 'date' },
    ],
    rows: templates.map((each) => [
      each.code, each.name, letterKindNames[each.kind], letterUseWords(each), suitedGiftWords(each), each.heading, each.subject, each.body, each.listsFacts ? '付ける' : '付けない', each.closedOn,
    ]),
  }], format)
}
