import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { ledgerCheckWords } from '@sasaeai/domain/ledger/ledger-check'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import type { Deps } from '../deps.ts'
import { type ExportOutcome, tableFile } from '../document/table-file.ts'
import { checkLedger } from './check-ledger.ts'

/** 整合性チェック, done anew: what was looked at, and what was found. */
export async function exportLedgerCheck(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const { checkedAt, results } = await checkLedger(deps)
  return tableFile(`整合性チェック_${localDateInTokyo(new Date(checkedAt))}`, [{
    name: '整合性チェック',
    columns: [{ heading: '項目' }, { heading: '結果' }, { heading: '確かめた件数', kind: 'count' }, { heading: '食い違い', kind: 'count' }, { heading: '内容' }, { heading: '例' }, { heading: '確かめた日時' }],
    rows: results.map(({ check, examined, faults, examples }) => {
      const { name, holds, advice } = ledgerCheckWords[check]
      return [name, faults === 0 ? '一致' : '食い違い', examined, faults, faults === 0 ? holds : advice, examples.join('\n'), formatPostingMoment(checkedAt)]
    }),
  }], format)
}
