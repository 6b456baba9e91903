import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listDonationChannels } from './donation-channel-table.ts'

/** 寄附のきっかけ, those out of use included. */
export async function exportDonationChannels({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({ name: '寄附のきっかけ', lines: await listDonationChannels(db), columns: [] }, format)
}
