import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { partnerKindNames } from '@sasaeai/domain/donation/partner/partner-details'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordDonationExport } from '../record-donation-export.ts'
import { listPartners } from './partner-table.ts'

/** The register of partners as an Excel workbook. It names people, so its export is written down. */
export async function exportPartners(deps: Deps, actor: Actor, { format }: ExportAsking): Promise<ExportOutcome> {
  const partners = await listPartners(deps)
  const sheet = {
    name: '地域貢献の相手',
    columns: [
      { heading: 'コード' }, { heading: '名称' }, { heading: '種類' }, { heading: '協力の内容' }, { heading: '地域' }, { heading: '担当者' }, { heading: '電話番号' },
      { heading: 'メールアドレス' }, { heading: '協力の開始日', kind: 'date' as const }, { heading: '支援者番号', kind: 'count' as const }, { heading: '使用終了日', kind: 'date' as const }, { heading: '備考' },
    ],
    rows: partners.map((each) => [
      each.code, each.name, partnerKindNames[each.kind], each.contribution, each.areaName, each.contactPerson, each.phone, each.email, each.startsOn, each.supporterNumber,
      each.closedOn, each.note,
    ]),
  }
  const written = await tableFile('地域貢献の相手', [sheet], format)
  if (written.ok) await recordDonationExport(deps, actor, { name: '地域貢献の相手', rows: partners.length })
  return written
}
