import type { Desk } from '../../deps.ts'
import { type MailAttachment, queueMail } from '../../letter/outbox/queue-mail.ts'
import type { PaymentCase } from './payment-case.ts'

interface ThanksMail {
  readonly subject: string
  readonly body: string
  readonly attachments: readonly MailAttachment[]
}

/** Puts the mail of thanks for a payment into the outbox: once, because the payment's own id is its order. */
export async function queueThanks(desk: Desk, { paymentId, supporterId, giverName, email }: PaymentCase, mail: ThanksMail): Promise<void> {
  await queueMail(desk, { orderId: paymentId, subjectId: paymentId, kind: 'online_thanks', supporterId, toName: giverName, toAddress: email, ...mail })
}
