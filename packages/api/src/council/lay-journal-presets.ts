import type { Tx } from '@sasaeai/db/in-transaction'
import { journalPresets } from '@sasaeai/domain/ledger/journal-export/journal-presets'
import { journalMappingSchema } from '@sasaeai/domain/ledger/journal-export/journal-profile-details'
import type { Deps } from '../deps.ts'

/**
 * Lays the 列の割り当て that a council begins with; those whose code is taken stay as they are. Answers how many were
 * made. The caller notes it in the audit log.
 */
export async function layJournalPresets(deps: Deps, tx: Tx): Promise<number> {
  const { count } = await tx.journalExportProfile.createMany({
    data: journalPresets.map((preset) => ({ id: deps.newId(), ...preset, mapping: journalMappingSchema.parse(preset.mapping) })),
    skipDuplicates: true,
  })
  return count
}
