import { type GiftFilter, type GiftMatter, unwrittenStaff } from '@sasaeai/domain/donation/gift/gift-list-input'
import type { StandingAt } from '../../ledger/standing-at.ts'

/** The filters, but for words and moment, as conditions on a row of kept_gift `g`; `place` gives a value its parameter. */
export function keptGiftConditions(
  { fiscalYear, from, to, kind, fundId, channelId, staff, consent, matter }: Omit<GiftFilter, 'text' | 'postedUntil'>,
  { place, standing }: { place: (value: unknown) => string; standing: StandingAt },
): string[] {
  const conditions = [`g.fiscal_year = ${place(fiscalYear)}::int`, standing[matter === 'undone' ? 'isUndone' : 'stands']('g.entry_id', 'g.is_undone')]
  if (from !== null) conditions.push(`g.entry_date >= ${place(from)}::date`)
  if (to !== null) conditions.push(`g.entry_date <= ${place(to)}::date`)
  if (kind !== null) conditions.push(`g.kind = ${place(kind)}::donation_kind`)
  if (fundId !== null) conditions.push(`${place(fundId)}::uuid = ANY (g.fund_ids)`)
  if (channelId !== null) conditions.push(channelId === 'none' ? 'g.channel_id IS NULL' : `g.channel_id = ${place(channelId)}::uuid`)
  if (staff !== null) conditions.push(`g.staff = ${place(staff === unwrittenStaff ? '' : staff)}`)
  if (consent !== null) conditions.push(`g.consent = ${place(consent)}::acknowledgment_consent`)
  return [...conditions, ...matterConditions(matter)]
}

function matterConditions(matter: GiftMatter | null): string[] {
  switch (matter) {
    case null:
    case 'undone':
      return []
    case 'to_complete':
      return ['NOT g.is_complete']
    case 'to_ask_consent':
      return [`g.consent = 'undecided'`]
    case 'to_thank':
      return ['NOT g.is_thanked']
  }
}
