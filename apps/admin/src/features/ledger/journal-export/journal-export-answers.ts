import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { RouterOutput } from '../../../app/trpc.ts'

export type JournalExportRow = RouterOutput['journalExport']['list'][number]
export type JournalProfile = RouterOutput['journalExport']['profile']['list'][number]
export type JournalPreview = Extract<RouterOutput['journalExport']['preview'], { ok: true }>['value']

/** `R8.4.1〜R8.4.30`; without a first day everything up to the last. */
export function spanWords({ firstDay, lastDay }: Pick<JournalExportRow, 'firstDay' | 'lastDay'>): string {
  return `${firstDay === null ? '' : formatLocalDateShort(firstDay)}〜${formatLocalDateShort(lastDay)}`
}
