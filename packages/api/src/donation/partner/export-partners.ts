import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { partnerKindNames } from '@sasaeai/domain/donation/partner/partner-details'
import type { Actor, Deps } from '../../deps.ts'
import { groundFile } from '../../document/ground-file.ts'
import type { ExportOutcome } from '../../document/table-file.ts'
import { recordDonationExport } from '../record-donation-export.ts'
import { listPartners } from './partner-table.ts'

/** 地域貢献の相手, those out of use included. They are people to be called: who takes them out of the house leaves a trace. */
export async function exportPartners(deps: Deps, actor: Actor, { format }: ExportAsking): Promise<ExportOutcome> {
  const lines = await listPartners(deps)
  const written = await groundFile({
    name: '地域貢献の相手',
    lines,
    columns: [
      { heading: '種類', cell: ({ kind }) => partnerKindNames[kind] },
      { heading: '協力の内容', cell: ({ contribution }) => contribution },
      { heading: '地域', cell: ({ areaName }) => areaName },
      { heading: '担当者', cell: ({ contactPerson }) => contactPerson },
      { heading: '電話番号', cell: ({ phone }) => phone },
      { heading: 'メールアドレス', cell: ({ email }) => email },
      { heading: '協力の開始日', kind: 'date', cell: ({ startsOn }) => startsOn },
      { heading: '支援者番号', kind: 'count', cell: ({ supporterNumber }) => supporterNumber },
      { heading: '備考', cell: ({ note }) => note },
    ],
  }, format)
  if (written.ok) await recordDonationExport(deps, actor, { name: '地域貢献の相手', rows: lines.length })
  return written
}
