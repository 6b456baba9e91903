import { acknowledgmentNames } from '@sasaeai/domain/supporter/acknowledgment'
import { donorAttributeNames } from '@sasaeai/domain/supporter/donor-attribute'
import { receiptDeliveryNames } from '@sasaeai/domain/supporter/receipt-delivery'
import type { SupporterDetails } from '@sasaeai/domain/supporter/supporter-details'
import { supporterKindNames } from '@sasaeai/domain/supporter/supporter-kind'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import type { ComparedSide } from './compare-page.tsx'

export type ComparedField = keyof SupporterDetails

interface ComparedFieldWords {
  readonly label: string
  /** What one record says there; empty where it says nothing. */
  readonly shown: (side: ComparedSide) => string
}

/** Everything that the register says of a supporter: each can be chosen from either record. */
export const comparedFields: Record<ComparedField, ComparedFieldWords> = {
  kind: { label: '種類', shown: ({ kind }) => supporterKindNames[kind] },
  name: { label: '名前', shown: ({ name }) => name },
  kana: { label: 'フリガナ', shown: ({ kana }) => kana },
  honorific: { label: '敬称', shown: ({ honorific }) => honorific },
  postalCode: { label: '郵便番号', shown: ({ postalCode }) => readablePostalCode(postalCode) },
  address: { label: '住所', shown: ({ address }) => address },
  mailingName: { label: '送付先の宛名', shown: ({ mailingName }) => mailingName },
  mailingPostalCode: { label: '送付先の郵便番号', shown: ({ mailingPostalCode }) => readablePostalCode(mailingPostalCode) },
  mailingAddress: { label: '送付先の住所', shown: ({ mailingAddress }) => mailingAddress },
  phone: { label: '電話番号', shown: ({ phone }) => phone },
  email: { label: 'メールアドレス', shown: ({ email }) => email },
  attribute: { label: '属性', shown: ({ attribute }) => donorAttributeNames[attribute] },
  acknowledgment: { label: '芳名の載せ方', shown: ({ acknowledgment }) => (acknowledgment === null ? '' : acknowledgmentNames[acknowledgment]) },
  wantsMail: { label: '郵便', shown: ({ wantsMail }) => (wantsMail ? '希望する' : '希望しない') },
  receiptDelivery: { label: '領収書の渡し方', shown: ({ receiptDelivery }) => receiptDeliveryNames[receiptDelivery] },
  areaId: { label: '地域', shown: ({ areaName }) => areaName ?? '' },
  note: { label: '備考', shown: ({ note }) => note },
}

export const comparedFieldNames: readonly ComparedField[] = namesIn(comparedFields)

function namesIn<Name extends string>(words: Readonly<Record<Name, unknown>>): Name[] {
  const names: Name[] = []
  for (const name in words) names.push(name)
  return names
}

/** Where the two records say something different. */
export function differingFields(first: ComparedSide, second: ComparedSide): readonly ComparedField[] {
  return comparedFieldNames.filter((field) => comparedFields[field].shown(first) !== comparedFields[field].shown(second))
}
