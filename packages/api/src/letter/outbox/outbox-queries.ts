import { jsonInstant } from '@sasaeai/db/json-instant'
import type { OutgoingMailId, SupporterId } from '@sasaeai/domain/ids'
import type { MailKind } from '@sasaeai/domain/letter/outbox/mail-kind'
import type { MailAttemptOutcome, MailState } from '@sasaeai/domain/letter/outbox/mail-state'
import type { OutboxFilter, OutboxListInput } from '@sasaeai/domain/letter/outbox/outbox-input'
import { bigramsOf, normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { Deps } from '../../deps.ts'

export interface MailRow {
  readonly mailId: OutgoingMailId
  readonly kind: MailKind
  readonly supporterId: SupporterId | null
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly state: MailState
  readonly lastError: string
  /** ISO instants; when it is sent next, where it waits for that. */
  readonly queuedAt: string
  readonly sentAt: string | null
  readonly dueAt: string | null
  readonly queuedByName: string
  readonly sentByHandByName: string | null
  readonly cancelReason: string
}

export interface OutboxPage {
  readonly rows: readonly MailRow[]
  /** Where the next page goes on; null on the last one. */
  readonly next: OutgoingMailId | null
  /** How many there are over all pages; only the first page counts them. */
  readonly count: number | null
}

/** One page of the outbox, the newest first. */
export async function listOutbox({ db }: Deps, { cursor, limit, ...filter }: OutboxListInput): Promise<OutboxPage> {
  const { sql, values } = outboxCondition(filter)
  const from = values.length
  const [page, counted] = await Promise.all([
    db.pool.query<MailRow>(
      `SELECT ${mailColumns} FROM ${mailTables}
       WHERE ${sql} AND ($${from + 1}::uuid IS NULL OR (m.queued_at, m.id) < (SELECT b.queued_at, b.id FROM outgoing_mail b WHERE b.id = $${from + 1}))
       ORDER BY m.queued_at DESC, m.id DESC LIMIT $${from + 2}`,
      [...values, cursor, limit + 1],
    ),
    cursor === null ? db.pool.query<{ count: number }>(`SELECT count(*) AS count FROM outgoing_mail m WHERE ${sql}`, values) : null,
  ])
  const rows = page.rows.slice(0, limit)
  return { rows, next: page.rows.length > limit ? (rows.at(-1)?.mailId ?? null) : null, count: counted?.rows[0]?.count ?? null }
}

/** The same without pages, at most so many. */
export async function readOutboxLines({ db }: Deps, filter: OutboxFilter, most: number): Promise<MailRow[]> {
  const { sql, values } = outboxCondition(filter)
  const { rows } = await db.pool.query<MailRow>(
    `SELECT ${mailColumns} FROM ${mailTables} WHERE ${sql} ORDER BY m.queued_at DESC, m.id DESC LIMIT $${values.length + 1}`,
    [...values, most],
  )
  return rows
}

export interface OutboxStanding {
  /** Who mails are from; null where the server does not send any and staff does. */
  readonly mailFrom: string | null
  readonly waiting: number
  readonly failed: number
}

/** Whether mails leave by themselves, and how many have not left. */
export async function readOutboxStanding({ db, mailFrom }: Deps): Promise<OutboxStanding> {
  const { rows } = await db.pool.query<Omit<OutboxStanding, 'mailFrom'>>(
    `SELECT (SELECT count(*) FROM outgoing_mail WHERE state IN ('waiting', 'sending')) AS waiting, (SELECT count(*) FROM outgoing_mail WHERE state = 'failed') AS failed`,
  )
  const [counts] = rows
  if (counts === undefined) throw new Error('no counts of the outbox')
  return { mailFrom: mailFrom ?? null, ...counts }
}

/** A mail with all that is kept of it. */
export interface MailRecord extends MailRow {
  readonly body: string
  readonly messageId: string
  readonly cancelledByName: string | null
  readonly attachments: readonly { readonly sequence: number; readonly fileName: string; readonly sizeBytes: number; readonly sha256: string }[]
  /** The newest first; one without an end is under way, or was cut off. */
  readonly attempts: readonly { readonly sequence: number; readonly begunAt: string; readonly endedAt: string | null; readonly outcome: MailAttemptOutcome | null; readonly words: string }[]
}

/** One mail, or null. */
export async function readMail({ db: { pool } }: Deps, mailId: OutgoingMailId): Promise<MailRecord | null> {
  const [mails, attachments, attempts] = await Promise.all([
    pool.query<Omit<MailRecord, 'attachments' | 'attempts'>>(
      `SELECT ${mailColumns}, m.body, m.message_id AS "messageId", c.name AS "cancelledByName"
       FROM ${mailTables} LEFT JOIN user_account c ON c.id = m.cancelled_by_id WHERE m.id = $1`,
      [mailId],
    ),
    pool.query<MailRecord['attachments'][number]>(
      `SELECT sequence, file_name AS "fileName", octet_length(bytes) AS "sizeBytes", encode(sha256, 'hex') AS sha256
       FROM outgoing_mail_attachment WHERE mail_id = $1 ORDER BY sequence`,
      [mailId],
    ),
    pool.query<MailRecord['attempts'][number]>(
      `SELECT sequence, ${jsonInstant('begun_at')} AS "begunAt", ${jsonInstant('ended_at')} AS "endedAt", outcome, words
       FROM outgoing_mail_attempt WHERE mail_id = $1 ORDER BY sequence DESC`,
      [mailId],
    ),
  ])
  const [mail] = mails.rows
  return mail === undefined ? null : { ...mail, attachments: attachments.rows, attempts: attempts.rows }
}

function outboxCondition({ state, text }: OutboxFilter): { sql: string; values: unknown[] } {
  const values: unknown[] = []
  const place = (value: unknown) => `$${values.push(value)}`
  const conditions = ['true']
  if (state !== null) conditions.push(`m.state = ${place(state)}::outgoing_mail_state`)
  const wanted = normalizeForSearch(text)
  if (Array.from(wanted).length > 1) conditions.push(`bigrams(m.search_text) @> ${place(bigramsOf(wanted))}::text[]`)
  if (wanted !== '') conditions.push(`strpos(m.search_text, ${place(wanted)}) > 0`)
  return { sql: conditions.join(' AND '), values }
}

const mailTables = `outgoing_mail m JOIN user_account q ON q.id = m.queued_by_id LEFT JOIN user_account h ON h.id = m.sent_by_hand_by_id
  LEFT JOIN outgoing_mail_turn t ON t.mail_id = m.id`
const mailColumns = `m.id AS "mailId", m.kind, m.supporter_id AS "supporterId", m.to_name AS "toName", m.to_address AS "toAddress", m.subject, m.state,
  m.last_error AS "lastError", ${jsonInstant('m.queued_at')} AS "queuedAt", ${jsonInstant('m.sent_at')} AS "sentAt", ${jsonInstant('t.due_at')} AS "dueAt",
  q.name AS "queuedByName", h.name AS "sentByHandByName", m.cancel_reason AS "cancelReason"`
