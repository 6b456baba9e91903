import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AcknowledgmentConsent } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import type { DonationKind } from '@sasaeai/domain/donation/gift/donation-kind'
import type { JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

/** A gift as lists show it: what the books say, and beside it what the office knows. */
export interface GiftRow {
  readonly entryId: JournalEntryId
  readonly fiscalYear: FiscalYear
  readonly entryNumber: number
  readonly receivedOn: LocalDate
  readonly supporterId: SupporterId | null
  readonly supporterNumber: number | null
  readonly supporterName: string | null
  readonly supporterKana: string
  /** As written down, or else as the books let one presume. */
  readonly kind: DonationKind
  /** Whether anybody has written down what kind of gift it is. */
  readonly isComplete: boolean
  /** The purposes, in the order of the postings; one that the council decides on has no name. */
  readonly fundNames: readonly string[]
  readonly amountYen: Yen
  readonly deceasedName: string
  readonly mournerName: string
  readonly relationship: string
  readonly occasion: string
  readonly goods: string
  readonly channelName: string | null
  readonly staff: string
  readonly consent: AcknowledgmentConsent
  readonly printedName: string
  readonly areaName: string | null
  readonly thankedOn: LocalDate | null
  readonly hasReceipt: boolean
  readonly description: string
  readonly isUndone: boolean
}

/** 寄附金 of the books, an entry a row: `g` with the amount and the purposes. `condition` narrows the postings `p`. */
export function giftsOfBooks(condition: string): string {
  return `gift AS (
    SELECT p.entry_id, -sum(p.amount_yen) AS amount_yen, array_agg(p.fund_id ORDER BY p.line_number) AS fund_ids, min(p.area_id::text)::uuid AS area_id
    FROM posting p WHERE p.funding_source_id = ANY (ARRAY(SELECT id FROM funding_source WHERE category = 'donation')) AND ${condition}
    GROUP BY p.entry_id)`
}

/** What stands after FROM where gifts are read that the migration `kept_gifts` keeps: `chosen` are rows of kept_gift. */
export const keptGiftTables = `chosen g JOIN journal_entry e ON e.id = g.entry_id
  LEFT JOIN donation d ON d.entry_id = e.id LEFT JOIN supporter s ON s.id = ${survivorOf('e.payer_id')}`

/** What stands after FROM where gifts `g` are told with their entry `e`, their details `d` and their giver `s`. */
export const giftTables = `gift g JOIN journal_entry e ON e.id = g.entry_id AND e.kind <> 'reversal'
  LEFT JOIN donation d ON d.entry_id = e.id LEFT JOIN supporter s ON s.id = ${survivorOf('e.payer_id')}`

/** The rule of `presumedKind` (domain) where nothing is written down. */
export const giftKind = `coalesce(d.kind, CASE WHEN e.kind = 'transfer' THEN 'in_kind' WHEN g.fund_ids[1] IS NULL THEN 'general' ELSE 'designated' END::donation_kind)`

export const isUndone = 'EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id)'

export const giftColumns = `e.id AS "entryId", e.fiscal_year AS "fiscalYear", e.entry_number AS "entryNumber", e.entry_date AS "receivedOn",
  s.id AS "supporterId", s.number AS "supporterNumber", s.name AS "supporterName", coalesce(s.kana, '') AS "supporterKana", ${giftKind} AS kind,
  d.entry_id IS NOT NULL AS "isComplete",
  ARRAY(SELECT coalesce(f.name, '') FROM unnest(g.fund_ids) WITH ORDINALITY AS u(id, place) LEFT JOIN fund f ON f.id = u.id ORDER BY u.place) AS "fundNames",
  g.amount_yen::bigint AS "amountYen", coalesce(d.deceased_name, '') AS "deceasedName", coalesce(d.mourner_name, '') AS "mournerName",
  coalesce(d.relationship, '') AS relationship, coalesce(d.occasion, '') AS occasion, coalesce(d.goods, '') AS goods,
  (SELECT c.name FROM donation_channel c WHERE c.id = d.channel_id) AS "channelName", coalesce(d.staff, '') AS staff,
  coalesce(d.consent, 'undecided') AS consent, coalesce(d.printed_name, '') AS "printedName",
  (SELECT a.name FROM area a WHERE a.id = coalesce(g.area_id, s.area_id)) AS "areaName",
  (SELECT max(l.sent_on) FROM thank_you_letter l WHERE l.entry_id = e.id) AS "thankedOn",
  EXISTS (SELECT 1 FROM receipt_entry r WHERE r.entry_id = e.id AND r.is_live) AS "hasReceipt", e.description, ${isUndone} AS "isUndone"`
