import type { GiftSection } from '@sasaeai/domain/donation/schedule/gift-section'
import type { GiftScheduleNoteId, JournalEntryId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { DonorAttribute } from '@sasaeai/domain/supporter/donor-attribute'
import type { Deps } from '../../deps.ts'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

/** What was said once of where a gift is counted. */
export interface GiftNote {
  readonly id: GiftScheduleNoteId
  readonly attribute: DonorAttribute | null
  readonly section: GiftSection
  readonly capitalYen: Yen
  /** ISO instant. */
  readonly recordedAt: string
  readonly recordedByName: string
}

export interface GiftScheduleAnswer {
  /** What the register says of the giver; その他 for those who are not in it. */
  readonly registeredAttribute: DonorAttribute
  /** The newest first; the first one counts. */
  readonly notes: readonly GiftNote[]
}

/** Where 寄附金収益明細書 counts a gift, and everything that was said of it before. */
export async function readGiftScheduleNote({ db }: Pick<Deps, 'db'>, entryId: JournalEntryId): Promise<GiftScheduleAnswer> {
  const [{ rows: notes }, { rows: givers }] = await Promise.all([
    db.pool.query<Omit<GiftNote, 'recordedAt'> & { recordedAt: Date }>(
      `SELECT n.id, n.attribute, n.section, n.capital_yen AS "capitalYen", n.recorded_at AS "recordedAt", u.name AS "recordedByName"
        FROM gift_schedule_note n JOIN user_account u ON u.id = n.recorded_by_id WHERE n.entry_id = $1 ORDER BY n.recorded_at DESC, n.id DESC`,
      [entryId],
    ),
    db.pool.query<{ attribute: DonorAttribute }>(
      `SELECT s.attribute FROM journal_entry e JOIN supporter s ON s.id = ${survivorOf('e.payer_id')} WHERE e.id = $1`,
      [entryId],
    ),
  ])
  return {
    registeredAttribute: givers[0]?.attribute ?? 'other',
    notes: notes.map((note) => ({ ...note, recordedAt: note.recordedAt.toISOString() })),
  }
}
