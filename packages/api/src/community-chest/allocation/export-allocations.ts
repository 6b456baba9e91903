import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AllocationAtMoment, AllocationsAtMoment } from '@sasaeai/domain/community-chest/allocation/allocation-input'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { allocationsOfYear, readAllocation } from './allocation-queries.ts'
import { allocationSheets, databaseHeadings, databaseRows } from './allocation-sheets.ts'

/** 配分金 of a year as an Excel workbook. */
export async function exportAllocations(deps: Deps, { fiscalYear: year, postedUntil, format }: AsFile<AllocationsAtMoment>): Promise<ExportOutcome> {
  return tableFile(`配分金_${formatFiscalYear(year)}`, [...allocationSheets(await allocationsOfYear(deps, year, await readReportMoment(deps, postedUntil))), ...momentSheets(postedUntil)], format)
}

/** One 配分金 with its receipts and its uses in the same way. */
export async function exportAllocation(deps: Deps, { allocationId, postedUntil, format }: AsFile<AllocationAtMoment>): Promise<ExportOutcome<'row_gone'>> {
  const full = await readAllocation(deps, allocationId, await readReportMoment(deps, postedUntil))
  if (full === null) return fail('row_gone')
  const { allocation, today } = full
  return tableFile(`配分金_${allocation.name}`, [...allocationSheets({ allocations: [allocation], today }), ...momentSheets(postedUntil)], format)
}

/** The uses of a year for the public database. They name groups, which the database publishes, and nobody else. */
export async function exportUsesForDatabase(deps: Deps, { fiscalYear, format }: AsFile<{ fiscalYear: FiscalYear }>): Promise<ExportOutcome> {
  const rows = databaseRows(await allocationsOfYear(deps, fiscalYear))
  const name = `使途_公開データベース用_${formatFiscalYear(fiscalYear)}`
  const columns = databaseHeadings.map((heading) => (heading === '助成額' ? { heading, kind: 'yen' as const } : { heading }))
  return tableFile(name, [{ name: '使途', columns, rows }], format)
}
