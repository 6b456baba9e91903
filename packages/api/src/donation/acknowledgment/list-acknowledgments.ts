import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AcknowledgedWords, acknowledgedWords, type GiftToAcknowledge } from '@sasaeai/domain/donation/acknowledgment/acknowledged-words'
import type { AcknowledgmentListInput, AcknowledgmentOrder } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-list-input'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { honorificOf } from '@sasaeai/domain/supporter/honorific'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { Deps } from '../../deps.ts'
import { giftKind, giftsOfBooks, giftTables, isUndone } from '../gift/gift-columns.ts'

export interface AcknowledgedGift extends AcknowledgedWords {
  readonly entryId: JournalEntryId
  readonly receivedOn: LocalDate
  /** The area of the gift, else of its giver; empty for who stays unnamed. */
  readonly areaName: string
  readonly kind: GiftToAcknowledge['kind']
}

export interface AcknowledgmentList {
  readonly gifts: readonly AcknowledgedGift[]
  /** Gifts of which nobody has asked yet: they are not printed. */
  readonly undecided: number
}

/** 芳名録: the gifts of a time as their givers agreed to have them printed; of a fiscal year up to its entry `lastEntry`, where one is told. */
export async function listAcknowledgments({ db }: Deps, { from, to, order }: AcknowledgmentListInput, lastEntry: number | null = null): Promise<AcknowledgmentList> {
  const gifts = giftsOfBooks('p.entry_date BETWEEN $1::date AND $2::date')
  const [{ rows }, { rows: counted }] = await Promise.all([
    db.pool.query<AcknowledgedRow>(
      `WITH ${gifts} SELECT e.id AS "entryId", e.entry_date AS "receivedOn", d.consent, d.printed_name AS "printedName", ${giftKind} AS kind, d.goods,
         g.amount_yen::bigint AS "amountYen", s.name AS "supporterName", s.kind AS "supporterKind", s.honorific, a.name AS "areaName"
       FROM ${giftTables} LEFT JOIN area a ON a.id = coalesce(g.area_id, s.area_id)
       WHERE d.consent <> 'undecided' AND NOT ${isUndone} AND ${isUntilLast} ORDER BY d.consent = 'anonymous' OR (s.id IS NULL AND d.printed_name = ''), ${sqlOrders[order]}, e.entry_date, e.id`,
      [from, to, lastEntry],
    ),
    db.pool.query<{ undecided: number }>(
      `WITH ${gifts} SELECT count(*) AS undecided FROM ${giftTables} WHERE coalesce(d.consent, 'undecided') = 'undecided' AND NOT ${isUndone} AND ${isUntilLast}`,
      [from, to, lastEntry],
    ),
  ])
  return { gifts: rows.map(acknowledged), undecided: counted[0]?.undecided ?? 0 }
}

const isUntilLast = '($3::int IS NULL OR e.entry_number <= $3)'

interface AcknowledgedRow extends Omit<GiftToAcknowledge, 'honorific'> {
  readonly entryId: JournalEntryId
  readonly receivedOn: LocalDate
  readonly supporterKind: SupporterKind | null
  readonly honorific: string | null
  readonly areaName: string | null
}

function acknowledged({ entryId, receivedOn, areaName, supporterKind, honorific, ...gift }: AcknowledgedRow): AcknowledgedGift {
  const words = acknowledgedWords({ ...gift, honorific: honorificOf(supporterKind ?? 'person', honorific ?? '') })
  // The area of one who wants to stay unnamed may tell who it is.
  return { entryId, receivedOn, areaName: gift.consent === 'anonymous' ? '' : (areaName ?? ''), kind: gift.kind, ...words }
}

const sqlOrders: Record<AcknowledgmentOrder, string> = { kana: `coalesce(nullif(s.kana, ''), d.printed_name, '')`, area: 'a.code NULLS LAST, s.kana', date: 'e.entry_date' }
