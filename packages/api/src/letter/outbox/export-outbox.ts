import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { mailKindNames } from '@sasaeai/domain/letter/outbox/mail-kind'
import { mailStateNames } from '@sasaeai/domain/letter/outbox/mail-state'
import type { OutboxFilter } from '@sasaeai/domain/letter/outbox/outbox-input'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordExport } from '../../user/record-export.ts'
import { readOutboxLines } from './outbox-queries.ts'

/** A workbook is put together in memory: more lines than this are asked to be narrowed down. */
const mostLines = 20_000

/** 送信箱 as the filters show it, as an Excel workbook. It names people, so whoever takes it leaves a trace. */
export async function exportOutbox(deps: Deps, actor: Actor, { format, ...filter }: AsFile<OutboxFilter>): Promise<ExportOutcome<'mail_list_too_long'>> {
  const mails = await readOutboxLines(deps, filter, mostLines + 1)
  if (mails.length > mostLines) return fail('mail_list_too_long', { about: `${mostLines.toLocaleString('ja-JP')}件より多く` })
  const name = `送信箱_${formatLocalDate(localDateInTokyo(deps.now()))}`
  const after = { title: name, count: mails.length }
  const day = (at: string | null) => (at === null ? null : localDateInTokyo(new Date(at)))
  const written = await tableFile(name, [{
    name: '送信箱',
    columns: [
      { heading: '依頼日', kind: 'date' }, { heading: '種類' }, { heading: '宛名' }, { heading: 'メールアドレス' }, { heading: '件名' }, { heading: '状態' },
      { heading: '送信日', kind: 'date' }, { heading: '送れなかった理由・取りやめの理由' }, { heading: '依頼した人' }, { heading: '手で送った人' },
    ],
    rows: mails.map((mail) => [
      day(mail.queuedAt), mailKindNames[mail.kind], mail.toName, mail.toAddress, mail.subject, mailStateNames[mail.state],
      day(mail.sentAt), mail.cancelReason === '' ? mail.lastError : mail.cancelReason, mail.queuedByName, mail.sentByHandByName ?? '',
    ]),
  }], format)
  if (written.ok) await recordExport(deps, actor, { action: 'outgoing_mail.export', subjectKind: 'outgoing_mail', subjectId: deps.newId(), after })
  return written
}
