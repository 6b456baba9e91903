import { queueMail } from '@sasaeai/api/letter/outbox/queue-mail'
import { inTransaction } from '@sasaeai/db/in-transaction'
import type { OutgoingMailId } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'

/** A mail with a file that waits in the outbox. */
export async function aQueuedMail({ deps, actors }: ACouncil): Promise<OutgoingMailId> {
  const mailId = await inTransaction(deps.db, (tx) => queueMail({ deps, actor: actors.receptionist, tx }, {
    orderId: deps.newId(), subjectId: deps.newId(), kind: 'receipt', supporterId: null, toName: '香典　花子', toAddress: 'a-very-long-address-of-hanako@mail.section.example.jp',
    subject: '領収書をお送りします', body: '香典　花子　様\n\nありがとうございました。\n', attachments: [{ fileName: '領収書_寄附08-00001.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-') }],
  }), { isolation: 'ReadCommitted' })
  if (mailId === null) throw new Error('the mail was queued before')
  return mailId
}
