import type { JournalEntryId } from '@sasaeai/domain/ids'
import { addresseeOf } from '@sasaeai/domain/letter/addressee-of'
import type { LetterAddressee } from '@sasaeai/domain/letter/compose-letter'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { Deps } from '../../deps.ts'
import { giftColumns, type GiftRow, giftsOfBooks, giftTables, isUndone } from '../gift/gift-columns.ts'

/** A gift with where its letter goes. */
export interface LetterGift extends GiftRow {
  /** Nobody is known, or nobody who would be named. */
  readonly isAnonymous: boolean
  readonly addressee: LetterAddressee
  /** Empty where none is known. */
  readonly email: string
  /** お知らせの郵送: whether the giver welcomes what they did not ask for. */
  readonly wantsMail: boolean
}

interface AddressColumns {
  readonly giverKind: SupporterKind | null
  readonly honorific: string
  readonly postalCode: string
  readonly address: string
  readonly mailingName: string
  readonly mailingPostalCode: string
  readonly mailingAddress: string
  readonly email: string
  readonly wantsMail: boolean
}

/** Standing gifts of these entries, each with the address that post goes to. */
export async function readLetterGifts({ db }: Deps, entryIds: readonly JournalEntryId[]): Promise<LetterGift[]> {
  const { rows } = await db.pool.query<GiftRow & AddressColumns>(
    `WITH ${giftsOfBooks('p.entry_id = ANY ($1::uuid[])')} SELECT ${giftColumns}, s.kind AS "giverKind", coalesce(s.honorific, '') AS honorific,
       coalesce(s.postal_code, '') AS "postalCode", coalesce(s.address, '') AS address, coalesce(s.mailing_name, '') AS "mailingName",
       coalesce(s.mailing_postal_code, '') AS "mailingPostalCode", coalesce(s.mailing_address, '') AS "mailingAddress", coalesce(s.email, '') AS email, coalesce(s.wants_mail, false) AS "wantsMail"
     FROM ${giftTables} WHERE NOT ${isUndone} ORDER BY s.kana, e.entry_date, e.id`,
    [entryIds],
  )
  return rows.map(({ giverKind, honorific, postalCode, address, mailingName, mailingPostalCode, mailingAddress, ...gift }) => ({
    ...gift,
    isAnonymous: giverKind === null || giverKind === 'anonymous',
    addressee: addresseeOf({ kind: giverKind ?? 'person', name: gift.supporterName ?? '', honorific, postalCode, address, mailingName, mailingPostalCode, mailingAddress }),
  }))
}
