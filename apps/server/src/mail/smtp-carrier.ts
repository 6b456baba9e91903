import type { CarriedMail, MailCarrier, MailToCarry } from '@sasaeai/api/letter/outbox/mail-carrier'
import { createTransport } from 'nodemailer'
import { mailTrouble } from './mail-trouble.ts'
import type { SmtpSettings } from './smtp-settings.ts'

/** How long a server may be silent: after that the mail is tried again later, under the same Message-ID. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/** Hands mails in by SMTP, over one line that is hung up when there is nothing more to send. */
export function openSmtpCarrier(settings: SmtpSettings): MailCarrier {
  let line: ReturnType<typeof openLine> | undefined
  return {
    async carry(mail) {
      line ??= openLine(settings)
      return carryOver(line, settings, mail)
    },
    rest() {
      line?.close()
      line = undefined
    },
  }
}

function openLine({ host, port, isSecure, requiresTls, account }: SmtpSettings) {
  return createTransport({
    host, port, secure: isSecure, requireTLS: requiresTls, ...patience, pool: true, maxConnections: 1,
    ...(account === null ? {} : { auth: { user: account.user, pass: account.password } }),
    // Nothing in a mail may make this machine open a file or an address.
    disableFileAccess: true, disableUrlAccess: true,
  })
}

async function carryOver(line: ReturnType<typeof openLine>, { sender }: SmtpSettings, mail: MailToCarry): Promise<CarriedMail> {
  const { messageId, toName, toAddress, subject, body, councilName, attachments } = mail
  try {
    const { response } = await line.sendMail({
      // Told apart from the headers, so that nothing in a name can add a recipient.
      envelope: { from: sender.address, to: [toAddress] },
      from: { name: sender.name === '' ? councilName : sender.name, address: sender.address },
      to: { name: toName, address: toAddress },
      subject, messageId, text: body,
      attachments: attachments.map(({ fileName, mediaType, bytes }) => ({ filename: fileName, contentType: mediaType, content: bytes })),
    })
    return { outcome: 'accepted', words: `メールサーバーが受け付けました。（${response.replace(/\s+/g, ' ').slice(0, 200)}）` }
  } catch (error) {
    return mailTrouble(error)
  }
}
