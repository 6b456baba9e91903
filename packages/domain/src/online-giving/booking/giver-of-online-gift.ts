import type { AcknowledgmentConsent } from '../../donation/acknowledgment/acknowledgment-consent.ts'
import type { AreaId } from '../../ids.ts'
import type { SupporterDetails } from '../../supporter/supporter-details.ts'
import { normalizeForSearch } from '../../text/search-text.ts'

/** Who gives online, as it was filled in. */
export interface OnlineGiver {
  readonly giverKind: 'person' | 'organization' | 'anonymous'
  readonly name: string
  readonly kana: string
  readonly contactPerson: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly receiptWish: 'none' | 'pdf' | 'paper'
  readonly consent: AcknowledgmentConsent
  readonly areaId: AreaId | null
}

/** By what somebody is found again in the register: the e-mail address, and the name however it is written. */
export interface GiverKey {
  readonly email: string
  /** As the register's search text begins. */
  readonly foldedName: string
}

/** Null of somebody who would not be named: they stay out of the register. */
export function giverKeyOf({ giverKind, name, email }: Pick<OnlineGiver, 'giverKind' | 'name' | 'email'>): GiverKey | null {
  return giverKind === 'anonymous' ? null : { email: email.toLowerCase(), foldedName: normalizeForSearch(name) }
}

/** How somebody who gives for the first time is registered. */
export function supporterOfGiver(giver: OnlineGiver): SupporterDetails {
  const { giverKind, name, kana, contactPerson, postalCode, address, phone, email, receiptWish, consent, areaId } = giver
  return {
    kind: giverKind === 'organization' ? 'organization' : 'person',
    name, kana, honorific: '', postalCode, address,
    mailingName: '', mailingPostalCode: '', mailingAddress: '',
    phone, email, areaId,
    attribute: 'other',
    acknowledgment: consent === 'undecided' ? null : consent,
    wantsMail: true,
    receiptDelivery: receiptWish,
    note: contactPerson === '' ? '' : `担当者：${contactPerson}`,
  }
}
