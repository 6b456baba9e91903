import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { ExportTaxCreditInput } from '@sasaeai/domain/funding-indicator/tax-credit/donor-list-input'
import { taxCreditTables } from '@sasaeai/domain/funding-indicator/tax-credit/tax-credit-tables'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import type { ExportedFile } from '../../document/excel-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { writeReportTables } from '../write-report-tables.ts'
import { readTaxCredit } from './read-tax-credit.ts'

/** Both periods of the 税額控除 test as a file. It names nobody. */
export async function exportTaxCredit(deps: Deps, { postedUntil, format }: ExportTaxCreditInput): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const at = await readReportMoment(deps, postedUntil)
  const { past, preview } = await readTaxCredit(deps, at)
  const day = localDateInTokyo(at.moment ?? deps.now())
  return writeReportTables({
    name: `税額控除の要件_${day}`, title: '税額控除対象法人の要件', format,
    words: postedUntil === undefined ? `${formatLocalDate(day)}現在` : postedUntilWords(postedUntil),
    tables: [...taxCreditTables('今申請するとき', past), ...taxCreditTables('今年度が終わってから申請するとき', preview)],
  })
}
