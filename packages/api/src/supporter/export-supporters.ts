import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { acknowledgmentNames } from '@sasaeai/domain/supporter/acknowledgment'
import { donorAttributeNames } from '@sasaeai/domain/supporter/donor-attribute'
import { honorificOf } from '@sasaeai/domain/supporter/honorific'
import { receiptDeliveryNames } from '@sasaeai/domain/supporter/receipt-delivery'
import { supporterKindNames } from '@sasaeai/domain/supporter/supporter-kind'
import type { SupporterListInput } from '@sasaeai/domain/supporter/supporter-list-input'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import type { Actor, Deps } from '../deps.ts'
import { type ExportOutcome, tableFile } from '../document/table-file.ts'
import { recordExport } from '../user/record-export.ts'
import { type SupporterLine, readSupporterLines } from './list-supporters.ts'

/** A workbook is put together in memory: more lines than this are asked to be narrowed down. */
const mostLines = 20_000

/** The register as the filters show it, as an Excel workbook. Who takes names out of the program leaves a trace. */
export async function exportSupporters(deps: Deps, actor: Actor, { format, ...input }: AsFile<SupporterListInput>): Promise<ExportOutcome<'supporter_export_too_long'>> {
  const supporters = await readSupporterLines(deps, input, mostLines + 1)
  if (supporters.length > mostLines) return fail('supporter_export_too_long', { about: `${mostLines.toLocaleString('ja-JP')}より多く` })
  const name = `支援者名簿_${formatLocalDate(localDateInTokyo(deps.now()))}`
  const written = await tableFile(name, [sheetOf(supporters)], format)
  if (written.ok) await recordExport(deps, actor, { action: 'supporter.export', subjectKind: 'supporter', subjectId: deps.newId(), after: { title: name, count: supporters.length } })
  return written
}

function sheetOf(supporters: readonly SupporterLine[]): WorkbookSheet {
  return {
    name: '支援者名簿',
    columns: [
      { heading: '支援者番号', kind: 'count' }, { heading: '種類' }, { heading: '名前' }, { heading: 'フリガナ' }, { heading: '敬称' }, { heading: '郵便番号' }, { heading: '住所' },
      { heading: '送付先の宛名' }, { heading: '送付先の郵便番号' }, { heading: '送付先' }, { heading: '電話番号' }, { heading: 'メールアドレス' }, { heading: '地域' },
      { heading: '芳名の載せ方' }, { heading: 'お知らせの郵送' }, { heading: '領収書の渡し方' }, { heading: '寄附者の属性' }, { heading: '備考' }, { heading: '使用終了' },
    ],
    rows: supporters.map((each) => [
      each.number, supporterKindNames[each.kind], each.name, each.kana, honorificOf(each.kind, each.honorific), readablePostalCode(each.postalCode), each.address,
      each.mailingName, readablePostalCode(each.mailingPostalCode), each.mailingAddress, each.phone, each.email, each.areaName ?? '',
      each.acknowledgment === null ? '' : acknowledgmentNames[each.acknowledgment], each.wantsMail ? '希望している' : '希望していない',
      receiptDeliveryNames[each.receiptDelivery], donorAttributeNames[each.attribute], each.note, each.isClosed ? '使用終了' : '',
    ]),
  }
}
