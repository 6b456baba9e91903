import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { GiverExportInput } from '@sasaeai/domain/funding-indicator/executive/executive-export-input'
import { standingAmountNames, standingNames } from '@sasaeai/domain/funding-indicator/executive/retention'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { supporterKindNames } from '@sasaeai/domain/supporter/supporter-kind'
import type { Actor, Deps } from '../../deps.ts'
import type { ExportedFile } from '../../document/excel-file.ts'
import { recordDonationExport } from '../../donation/record-donation-export.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { writeReportTables } from '../write-report-tables.ts'
import { listGivers } from './list-givers.ts'

/** More givers than any council has. */
const everyGiver = 1_000_000

/** 寄附の継続の元 as a file, by name: the audit trail knows who took it. */
export async function exportGivers(deps: Deps, actor: Actor, { format, ...asked }: GiverExportInput): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const { fiscalYear, standing, postedUntil } = asked
  const at = await readReportMoment(deps, postedUntil)
  const { rows } = await listGivers(deps, { ...asked, cursor: null, limit: everyGiver, at })
  const name = `寄附者_${standingNames[standing].replace(/（.*/, '')}_${formatFiscalYear(fiscalYear)}`
  const words = `${formatFiscalYear(fiscalYear)}から見た、名前の分かる寄附者　${postedUntil === undefined ? '' : postedUntilWords(postedUntil)}`.trim()
  const written = await writeReportTables({
    name, title: `寄附者：${standingNames[standing]}`, words, format,
    tables: [{
      title: standingNames[standing],
      columns: [
        { heading: '支援者番号', kind: 'count' }, { heading: '寄附者', kind: 'text' }, { heading: '種類', kind: 'text' },
        { heading: standingAmountNames[standing], kind: 'yen' }, { heading: '寄附のあった年度', kind: 'text' },
      ],
      rows: rows.map(({ number, name: giver, kind, amountYen, years }) => [number, giver, supporterKindNames[kind], amountYen, years.map(formatFiscalYear).join('・')]),
      total: [null, `合計 ${rows.length}名`, '', sumYen(rows.map(({ amountYen }) => amountYen)), ''],
    }],
  })
  if (written.ok) await recordDonationExport(deps, actor, { name, rows: rows.length })
  return written
}
