import { honorificOf } from '../supporter/honorific.ts'
import type { SupporterKind } from '../supporter/supporter-kind.ts'
import { readablePostalCode } from '../text/postal-code.ts'
import type { LetterAddressee } from './compose-letter.ts'

/** A supporter as far as an envelope needs to know. */
export interface PostalSupporter {
  readonly kind: SupporterKind
  readonly name: string
  readonly honorific: string
  readonly postalCode: string
  readonly address: string
  readonly mailingName: string
  readonly mailingPostalCode: string
  readonly mailingAddress: string
}

/** How a letter to a supporter is addressed: to the 送付先 where there is one, with the 敬称 chosen. */
export function addresseeOf(supporter: PostalSupporter): LetterAddressee {
  const isElsewhere = supporter.mailingAddress !== ''
  return {
    name: supporter.mailingName === '' ? supporter.name : supporter.mailingName,
    honorific: honorificOf(supporter.kind, supporter.honorific),
    postalCode: readablePostalCode(isElsewhere ? supporter.mailingPostalCode : supporter.postalCode),
    address: isElsewhere ? supporter.mailingAddress : supporter.address,
  }
}
