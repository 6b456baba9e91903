import { localDateInTokyo, partsOf } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { GiverYear } from '@sasaeai/domain/online-giving/giver/giver-page'
import type { Deps } from '../../deps.ts'
import { readGiftsOfYear } from '../../receipt/read-payments.ts'
import { idsOfSupporters, survivorOf } from '../../supporter/merged-supporter-sql.ts'

/** A supporter and a year that is over, with gifts from one e-mail address that have no receipt. */
export interface OwnYear extends GiverYear {
  readonly supporterId: SupporterId
  /** What the 年間証明 would stand for. */
  readonly entryIds: readonly JournalEntryId[]
}

interface WaitingYear {
  readonly supporterId: SupporterId
  readonly calendarYear: number
  /** Payments of the year from the address, receipted or not. */
  readonly mine: readonly JournalEntryId[]
  readonly isInHand: boolean
  readonly hasAddress: boolean
  /** Whether one may be issued at all: there is a series to number it, and the year had none before. */
  readonly isPossible: boolean
}

/**
 * For which years the giver behind an e-mail address may issue 年間証明. The year that is running is none of them: what is given
 * after a statement would be left out of it. Neither is a year in which the same people gave by another door or from another
 * address: a link that was mailed never tells of that.
 */
export async function readOwnYears(deps: Deps, email: string): Promise<OwnYear[]> {
  const { year } = partsOf(localDateInTokyo(deps.now()))
  const { rows } = await deps.db.pool.query<WaitingYear>(waitingSql, [email, year])
  const years = await Promise.all(rows.map((waiting) => lookAt(deps, waiting)))
  return years.filter((each) => each !== null)
}

/** The same as the page shows it: each year once for what can be done about it. */
export async function listGiverYears(deps: Deps, email: string): Promise<GiverYear[]> {
  const years = await readOwnYears(deps, email)
  return [...new Map(years.map(({ calendarYear, state }) => [`${calendarYear} ${state}`, { calendarYear, state }])).values()]
}

async function lookAt({ db }: Deps, { supporterId, calendarYear, mine, isInHand, hasAddress, isPossible }: WaitingYear): Promise<OwnYear | null> {
  const given = await readGiftsOfYear(db.prisma, { calendarYear, supporterIds: [supporterId] })
  const entryIds = [...new Set(given.map(({ entryId }) => entryId))]
  const isMine = entryIds.every((entryId) => mine.includes(entryId))
  if (!isInHand && !entryIds.some((entryId) => mine.includes(entryId))) return null
  if (!isMine || !isPossible) return { supporterId, calendarYear, state: 'office', entryIds: [] }
  if (isInHand) return { supporterId, calendarYear, state: 'later', entryIds }
  return { supporterId, calendarYear, state: hasAddress ? 'open' : 'address', entryIds }
}

/** The year of 受領日, as the receipts of a year read it (read-payments). */
const yearOfEntry = `date_part('year', coalesce((SELECT d.received_on FROM donation d WHERE d.entry_id = e.id), e.entry_date))::int`

const waitingSql = `
  WITH mine AS (
    SELECT ${survivorOf('g.supporter_id')} AS supporter_id, ${yearOfEntry} AS year, p.entry_id, r.receipt_id IS NULL AS is_waiting
    FROM online_payment p JOIN online_gift g ON g.id = p.gift_id JOIN giving_target t ON t.id = g.target_id
      JOIN journal_entry e ON e.id = p.entry_id LEFT JOIN receipt_entry r ON r.entry_id = p.entry_id AND r.is_live
    WHERE g.email = $1 AND g.supporter_id IS NOT NULL AND t.dues_kind_id IS NULL AND t.campaign_id IS NULL)
  SELECT m.supporter_id AS "supporterId", m.year AS "calendarYear", array_agg(m.entry_id::text) AS mine,
    EXISTS (SELECT 1 FROM online_payment p JOIN online_gift g ON g.id = p.gift_id JOIN journal_entry e ON e.id = p.entry_id
      WHERE g.supporter_id = ANY (${idsOfSupporters('ARRAY[m.supporter_id]')}) AND p.care IN ('receipt', 'deposit') AND ${yearOfEntry} = m.year) AS "isInHand",
    s.address <> '' AS "hasAddress", EXISTS (SELECT 1 FROM receipt_series WHERE subject = 'annual' AND closed_on IS NULL)
      AND NOT EXISTS (SELECT 1 FROM receipt x WHERE x.calendar_year = m.year AND x.supporter_id = ANY (${idsOfSupporters('ARRAY[m.supporter_id]')})) AS "isPossible"
  FROM mine m JOIN supporter s ON s.id = m.supporter_id
  WHERE m.year < $2 AND EXISTS (SELECT 1 FROM giving_settings WHERE receipt_rule IN ('annual', 'on_request'))
  GROUP BY m.supporter_id, m.year, s.address HAVING bool_or(m.is_waiting)
  ORDER BY m.year DESC, m.supporter_id`
