import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listReliefClasses } from './relief-class-table.ts'

/** 見舞金の対象区分, those out of use included. */
export async function exportReliefClasses({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({ name: '見舞金の対象区分', lines: await listReliefClasses(db), columns: [] }, format)
}
