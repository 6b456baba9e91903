import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import type { LetterCase } from '@sasaeai/domain/letter/compose-letter'
import type { LetterValues } from '@sasaeai/domain/letter/letter-field'
import { formatYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { readCouncilValues } from '../../letter/compose/read-council-values.ts'
import { type LetterGift, readLetterGifts } from './read-letter-gifts.ts'

/** What a 礼状 of today for a gift would say; null where there is no such gift. */
export async function readLetterOfGift(deps: Deps, { entryId, day }: { entryId: JournalEntryId; day: LocalDate }): Promise<LetterCase | null> {
  const [gift] = await readLetterGifts(deps, [entryId])
  if (gift === undefined) return null
  return { addressee: gift.addressee, values: { ...(await readCouncilValues(deps, day)), ...valuesOfGift(gift) } }
}

/** What a letter can say of a gift. Goods are thanked for by name, never by what they are worth. */
export function valuesOfGift({ kind, addressee, ...gift }: LetterGift): LetterValues {
  const isGoods = kind === 'in_kind'
  const goods = isGoods ? gift.goods : ''
  const amount = isGoods ? '' : `${formatYen(gift.amountYen)}円`
  return {
    recipientName: gift.supporterName ?? '',
    honorific: addressee.honorific,
    supporterNumber: gift.supporterNumber === null ? '' : String(gift.supporterNumber),
    amount,
    goods,
    given: isGoods ? goods : amount,
    receivedOn: formatLocalDate(gift.receivedOn),
    purpose: gift.fundNames.filter((name) => name !== '').join('、'),
    deceased: gift.deceasedName === '' ? '' : `故 ${gift.deceasedName} 様`,
    mourner: gift.mournerName,
    relationship: gift.relationship,
    occasion: gift.occasion,
  }
}
