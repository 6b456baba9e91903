import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import type { Deps } from '../../deps.ts'
import { idsOfSupporter } from '../../supporter/merged-supporter-sql.ts'

/** A letter that a supporter got. */
export interface SentLetterLine {
  readonly letterId: string
  readonly kind: LetterKind
  readonly sentOn: LocalDate
  readonly method: string
  readonly heading: string
  /** As it was sent; empty where nobody wrote it down. */
  readonly words: string
  readonly recordedByName: string
}

/** 送った文書 of a supporter and of those merged into it, the newest first; two hundred are more than anybody reads. */
export async function listSentLetters({ db }: Deps, supporterId: SupporterId): Promise<SentLetterLine[]> {
  const { rows } = await db.pool.query<SentLetterLine>(
    `SELECT l.id AS "letterId", l.kind, l.sent_on AS "sentOn", l.method, l.heading, l.words, u.name AS "recordedByName"
     FROM sent_letter l JOIN user_account u ON u.id = l.recorded_by_id
     WHERE l.supporter_id = ANY ${idsOfSupporter('$1::uuid')} ORDER BY l.sent_on DESC, l.recorded_at DESC LIMIT 200`,
    [supporterId],
  )
  return rows
}
