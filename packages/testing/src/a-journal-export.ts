import { makeJournalExport } from '@sasaeai/api/ledger/journal-export/make-journal-export'
import { previewJournalExport } from '@sasaeai/api/ledger/journal-export/preview-journal-export'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id, type JournalExportId, type JournalExportProfileId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import type { ACouncil } from './a-council.ts'

/** Everything that waits goes out to 弥生会計. @throws Error with the code of the refusal. */
export async function aJournalExport({ deps, actors }: ACouncil): Promise<{ exportId: JournalExportId; profileId: JournalExportProfileId }> {
  const profile = await deps.db.prisma.journalExportProfile.findFirstOrThrow({ where: { preset: 'yayoi' } })
  const profileId = id<'JournalExportProfileId'>(profile.id)
  const span = { profileId, firstDay: null, lastDay: localDateInTokyo(new Date()) }
  const preview = await previewJournalExport(deps, span)
  if (!preview.ok) throw new Error(preview.code)
  const { entries, debitYen } = preview.value
  const made = await makeJournalExport(deps, actors.accountant, { span, entries, debitYen: yen(debitYen) })
  if (!made.ok) throw new Error(made.code)
  return { exportId: made.value.exportId, profileId }
}
