import type { Tx } from '@sasaeai/db/in-transaction'
import type { MailKind } from '@sasaeai/domain/letter/outbox/mail-kind'
import type { Deps } from '../../deps.ts'

/** A mail that has just gone out. */
export interface SentMail {
  readonly subjectId: string
  /** Who sent it by hand, or else who wanted it sent. */
  readonly sentById: string
}

/** What else is written down when a mail has gone out, in the same transaction. The terms whose mails they are provide it. */
export type MailFollowers = Readonly<Record<MailKind, (deps: Deps, tx: Tx, mail: SentMail) => Promise<void>>>
