import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { ExecutiveExportInput, ExplanationExportInput } from '@sasaeai/domain/funding-indicator/executive/executive-export-input'
import { executiveTables } from '@sasaeai/domain/funding-indicator/executive/executive-tables'
import { explanationTables, placeOf } from '@sasaeai/domain/funding-indicator/executive/explanation-tables'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import type { ExportedFile } from '../../document/excel-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { wordsOfCut } from '../export-dashboard.ts'
import { writeReportTables } from '../write-report-tables.ts'
import { explainDifference } from './explain-difference.ts'
import { readExecutivePage } from './read-executive-page.ts'

/** 経営のページ as a file, with the difference of every category taken apart. It names nobody, so that it leaves no trace in the audit log. */
export async function exportExecutivePage(deps: Deps, { format, ...input }: ExecutiveExportInput): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const at = await readReportMoment(deps, input.postedUntil)
  const page = await readExecutivePage(deps, input, at)
  const categories = page.headlines.flatMap(({ category }) => (category === null ? [] : [category]))
  const explanations = await Promise.all(categories.map((category) => explainDifference(deps, { ...input, category }, at)))
  const { fiscalYear, asOf } = page.cut
  return writeReportTables({
    name: `経営のページ_${formatFiscalYear(fiscalYear)}_${asOf}`, title: '経営のページ', words: wordsOfCut(page.cut),
    tables: [...executiveTables(page), ...explanations.flatMap(explanationTables)], format,
  })
}

/** なぜ増えた・減った as a file: the tables as they are on the page. */
export async function exportExplanation(deps: Deps, { format, ...input }: ExplanationExportInput): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const explanation = await explainDifference(deps, input, await readReportMoment(deps, input.postedUntil))
  const { fiscalYear, asOf } = explanation.cut
  const place = placeOf(explanation)
  return writeReportTables({
    // A file's name holds no slash, a name of an area may.
    name: `増減の内訳_${place.replaceAll(/[\\/:*?"<>|]/g, '・')}_${formatFiscalYear(fiscalYear)}_${asOf}`, title: `${place}の増減の内訳`, words: wordsOfCut(explanation.cut),
    tables: explanationTables(explanation), format,
  })
}
