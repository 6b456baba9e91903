import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type DonationDetails, donationDetailsSchema } from '@sasaeai/domain/donation/gift/donation-details'
import { type Gift, giftSchema } from '@sasaeai/domain/donation/gift/gift-input'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { giftColumns, type GiftRow, giftsOfBooks, giftTables } from './gift-columns.ts'

/** One posting on the income side: what of the gift goes to which purpose. */
interface SharedPosting {
  readonly fundId: string | null
  readonly amountYen: Yen
}

export interface GiftLetter {
  readonly letterId: string
  readonly sentOn: LocalDate
  readonly method: string
  readonly recordedByName: string
}

/** A gift with everything that is known of it. */
export interface GiftPageAnswer extends GiftRow {
  /** Null where nothing was written down yet. */
  readonly details: (DonationDetails & { readonly revision: number }) | null
  /** As a correction begins with it. */
  readonly gift: Gift | null
  readonly postedByName: string
  /** The entry that took its place, or whose place it takes. */
  readonly correctedById: JournalEntryId | null
  readonly correctsId: JournalEntryId | null
  readonly isFromBatch: boolean
  readonly letters: readonly GiftLetter[]
  /** 予約 whose instalment it fulfils. */
  readonly pledgeId: string | null
}

interface GiftSides {
  readonly debitAccountId: string
  readonly fundingSourceId: string
  readonly areaId: string | null
  readonly shares: readonly SharedPosting[]
  readonly postedByName: string
  readonly correctedById: JournalEntryId | null
  readonly correctsId: JournalEntryId | null
  readonly isFromBatch: boolean
  readonly letters: readonly GiftLetter[]
  readonly pledgeId: string | null
}

/** One gift; null when the entry is none. */
export async function readGift(deps: Deps, entryId: JournalEntryId): Promise<GiftPageAnswer | null> {
  const { db } = deps
  const [{ rows }, { rows: sides }, donation] = await Promise.all([
    db.pool.query<GiftRow>(`WITH ${giftsOfBooks('p.entry_id = $1')} SELECT ${giftColumns} FROM ${giftTables}`, [entryId]),
    db.pool.query<GiftSides>(sidesSql, [entryId]),
    db.prisma.donation.findUnique({ where: { entryId } }),
  ])
  const [row] = rows
  const [side] = sides
  if (row === undefined || side === undefined) return null
  const details = donation === null ? null : { ...donationDetailsSchema.parse(donation), revision: donation.revision }
  const { postedByName, correctedById, correctsId, isFromBatch, letters, pledgeId } = side
  return { ...row, details, gift: giftOf(row, side, details), postedByName, correctedById, correctsId, isFromBatch, letters, pledgeId }
}

/** The gift as its form knows it; null where the books have it in a way that the form does not, such as under a 募金方法. */
function giftOf(row: GiftRow, side: GiftSides, details: DonationDetails | null): Gift | null {
  const [first] = side.shares
  const isGoods = row.kind === 'in_kind'
  const given = isGoods
    ? { form: 'goods', expenseAccountId: side.debitAccountId, fundId: first?.fundId ?? null, fairValueYen: row.amountYen }
    : { form: 'money', cashAccountId: side.debitAccountId, shares: side.shares }
  const read = giftSchema.safeParse({
    receivedOn: row.receivedOn,
    supporterId: row.supporterId,
    fundingSourceId: side.fundingSourceId,
    areaId: side.areaId,
    given,
    details: details ?? { kind: row.kind, goods: isGoods ? row.description : '' },
  })
  return read.data ?? null
}

const sidesSql = `
  SELECT (SELECT p.account_id FROM posting p WHERE p.entry_id = e.id AND p.amount_yen > 0 ORDER BY p.line_number LIMIT 1) AS "debitAccountId",
    c.funding_source_id AS "fundingSourceId", c.area_id AS "areaId",
    (SELECT json_agg(json_build_object('fundId', p.fund_id, 'amountYen', -p.amount_yen) ORDER BY p.line_number)
      FROM posting p WHERE p.entry_id = e.id AND p.amount_yen < 0) AS shares,
    u.name AS "postedByName", (SELECT x.id FROM journal_entry x WHERE x.corrects_entry_id = e.id) AS "correctedById",
    e.corrects_entry_id AS "correctsId", e.intake_batch_id IS NOT NULL AS "isFromBatch",
    coalesce((SELECT json_agg(json_build_object('letterId', l.id, 'sentOn', l.sent_on, 'method', l.method, 'recordedByName', r.name) ORDER BY l.sent_on, l.recorded_at)
      FROM thank_you_letter l JOIN user_account r ON r.id = l.recorded_by_id WHERE l.entry_id = e.id), '[]') AS letters,
    (SELECT i.pledge_id FROM donation d JOIN pledge_instalment i ON i.id = d.instalment_id WHERE d.entry_id = e.id) AS "pledgeId"
  FROM journal_entry e JOIN user_account u ON u.id = e.posted_by_id
  JOIN LATERAL (SELECT p.funding_source_id, p.area_id FROM posting p WHERE p.entry_id = e.id AND p.funding_source_id IS NOT NULL ORDER BY p.line_number LIMIT 1) c ON true
  WHERE e.id = $1`
