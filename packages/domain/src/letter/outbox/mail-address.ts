import { z } from 'zod'
import { headerLine } from '../../text/header-line.ts'

/**
 * One address that mail can be sent to, and nothing else: no name, no second address, no line end. What passes here also
 * passes the table's own check.
 */
const mailAddressSchema = z.email().max(254).regex(/^[^\s<>(),;:"@]+@[^\s<>(),;:"@]+$/)

export function isMailAddress(text: string): boolean {
  return mailAddressSchema.safeParse(text).success
}

/** The sender as a setting tells it: `info@example.jp`, or `ささえ市社協 <info@example.jp>`. */
export interface MailSenderAddress {
  /** Empty where the setting tells only the address. */
  readonly name: string
  readonly address: string
}

/** Null when the text is neither of the two forms. */
export function readMailSender(text: string): MailSenderAddress | null {
  const named = /^([^<>]*)<([^<>]+)>$/.exec(text.trim())
  const address = (named?.[2] ?? text).trim()
  const name = (named?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1')
  return isMailAddress(address) && headerLine(name) === name ? { name, address } : null
}

/**
 * The Message-ID of a mail, made when it is queued and never again. Its right side only has to be a name of ours: the domain
 * of the council's own address where there is one.
 */
export function messageIdOf(mailId: string, councilEmail: string): string {
  const domain = /@([A-Za-z0-9.-]+)$/.exec(councilEmail)?.[1] ?? 'sasaeai.invalid'
  return `<${mailId}@${domain}>`
}
