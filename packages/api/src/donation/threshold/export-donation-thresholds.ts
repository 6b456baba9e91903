import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { thresholdBasisNames, thresholdPurposeNames } from '@sasaeai/domain/donation/threshold/donation-threshold-details'
import type { Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { listDonationThresholds } from './donation-threshold-table.ts'

/** 寄附の基準, those out of use included. */
export async function exportDonationThresholds({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: '寄附の基準',
    lines: await listDonationThresholds(db),
    columns: [
      { heading: '知らせること', cell: ({ purpose }) => thresholdPurposeNames[purpose] },
      { heading: '数え方', cell: ({ basis }) => thresholdBasisNames[basis] },
      { heading: '金額（円以上）', kind: 'yen', cell: ({ amountYen }) => amountYen },
    ],
  }, format)
}
