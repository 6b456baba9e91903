import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listGrantKinds } from './grant-kind-table.ts'

/** 助成の種類, those out of use included. */
export async function exportGrantKinds({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({ name: '助成の種類', lines: await listGrantKinds(db), columns: [] }, format)
}
