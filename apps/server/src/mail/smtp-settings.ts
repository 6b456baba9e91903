import { type MailSenderAddress, readMailSender } from '@sasaeai/domain/letter/outbox/mail-address'

/** Where mail is handed in, and who it is from. */
export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; otherwise the line is made safe by STARTTLS where the server offers it. */
  readonly isSecure: boolean
  /** Refuses to go on without STARTTLS: a password never crosses a network in the clear. */
  readonly requiresTls: boolean
  readonly account: { readonly user: string; readonly password: string } | null
  readonly sender: MailSenderAddress
}

/** `smtp://host`, `smtp://user:password@host:587`, `smtps://user:password@host`; a character of its own meaning is written as %40. */
export function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '' && ['', '/'].includes(url.pathname) && url.search === ''
    && (url.username === '') === (url.password === '') && isDecodable(url.username) && isDecodable(url.password)
}

/** How this server sends mail; null where it does not. */
export function mailSettingsOf({ SMTP_URL, MAIL_FROM }: { readonly SMTP_URL?: string | undefined; readonly MAIL_FROM?: string | undefined }): SmtpSettings | null {
  return SMTP_URL === undefined || MAIL_FROM === undefined ? null : smtpSettingsOf(SMTP_URL, MAIL_FROM)
}

/** @throws RangeError when one of the two is not what the environment has checked them to be. */
export function smtpSettingsOf(smtpUrl: string, mailFrom: string): SmtpSettings {
  const sender = readMailSender(mailFrom)
  if (!isSmtpUrl(smtpUrl) || sender === null) throw new RangeError('no settings for mail')
  const url = new URL(smtpUrl)
  const isSecure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const account = url.username === '' ? null : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
  return {
    host,
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    isSecure,
    requiresTls: account !== null && !isSecure && !['localhost', '127.0.0.1', '::1'].includes(host),
    account,
    sender,
  }
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
