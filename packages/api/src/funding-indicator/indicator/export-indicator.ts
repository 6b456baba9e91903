import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { indicatorGradeNames } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import type { IndicatorPageInput } from '@sasaeai/domain/funding-indicator/indicator/indicator-list-input'
import { sayingKindNames } from '@sasaeai/domain/funding-indicator/indicator/saying-kind'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { type IndicatorPage, readIndicator } from './read-indicator.ts'

/** One indicator: ten years with what was put in, its definitions, and all that was said of it. It names nobody but the staff. */
export async function exportIndicator(deps: Deps, { indicatorId, fiscalYear, postedUntil, format }: AsFile<IndicatorPageInput>): Promise<ExportOutcome<'row_gone'>> {
  const indicator = await readIndicator(deps, { indicatorId, fiscalYear, at: await readReportMoment(deps, postedUntil) })
  if (indicator === null) return fail('row_gone')
  const name = `指標_${indicator.name}_${formatFiscalYear(fiscalYear)}`
  return tableFile(name, [yearSheet(indicator), versionSheet(indicator), historySheet(indicator), ...momentSheets(postedUntil)], format)
}

function yearSheet({ unit, years }: IndicatorPage): WorkbookSheet {
  return {
    name: '年度ごと',
    columns: [
      { heading: '年度' }, { heading: `目標（${unit}）`, kind: 'number' }, { heading: `実績（${unit}）`, kind: 'number' }, { heading: '時点' }, { heading: '分子', kind: 'number' },
      { heading: '分母', kind: 'number' }, { heading: '達成率（%）', kind: 'number' }, { heading: '定義の版', kind: 'count' }, { heading: '評価の区分' }, { heading: '評価' },
      { heading: '次期への課題' }, { heading: '目標の備考' }, { heading: '実績の出典' }, { heading: '実績の備考' },
    ],
    rows: years.map(({ fiscalYear, target, value, asOfLabel, numerator, denominator, attainment, versionNumber, review, notes }) => [
      formatFiscalYear(fiscalYear), target, value, asOfLabel, numerator, denominator, attainment, versionNumber,
      review === null || review.grade === null ? '' : indicatorGradeNames[review.grade], review?.assessment ?? '', review?.nextIssue ?? '', notes.target, notes.source, notes.actual,
    ]),
  }
}

function versionSheet({ versions }: IndicatorPage): WorkbookSheet {
  return {
    name: '定義の版',
    columns: [{ heading: '版', kind: 'count' }, { heading: '適用する年度' }, { heading: '定義' }, { heading: '式' }, { heading: '変更の理由' }],
    rows: versions.toReversed().map(({ version, fromFiscalYear, definition, formula, reason }) => [
      version, fromFiscalYear === null ? 'はじめから' : `${formatFiscalYear(fromFiscalYear)}から`, definition, formula, reason,
    ]),
  }
}

function historySheet({ unit, history }: IndicatorPage): WorkbookSheet {
  return {
    name: '入力の履歴',
    columns: [{ heading: '日時' }, { heading: '内容' }, { heading: '年度' }, { heading: `値（${unit}）`, kind: 'number' }, { heading: '説明' }, { heading: '入力した人' }],
    rows: history.map(({ recordedAt, kind, fiscalYear, value, text, recordedBy }) => [
      formatPostingMoment(recordedAt), sayingKindNames[kind], fiscalYear === null ? 'すべて' : formatFiscalYear(fiscalYear),
      value ?? (kind === 'target' || kind === 'actual' ? '取消し' : null), text, recordedBy ?? '標準の指標',
    ]),
  }
}
