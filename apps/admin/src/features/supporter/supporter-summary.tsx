import { acknowledgmentNames } from '@sasaeai/domain/supporter/acknowledgment'
import { donorAttributeNames } from '@sasaeai/domain/supporter/donor-attribute'
import { honorificOf } from '@sasaeai/domain/supporter/honorific'
import { receiptDeliveryNames } from '@sasaeai/domain/supporter/receipt-delivery'
import type { SupporterDetails } from '@sasaeai/domain/supporter/supporter-details'
import { supporterKindNames } from '@sasaeai/domain/supporter/supporter-kind'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import { DetailList } from '../../app/detail-list.tsx'

interface SupporterSummaryProps {
  readonly supporter: SupporterDetails & { readonly areaName: string | null }
}

/** A supporter for those who may read but not change the register. */
export function SupporterSummary({ supporter }: SupporterSummaryProps) {
  return (
    <DetailList
      lines={[
        ['種類', supporterKindNames[supporter.kind]],
        ['名前', supporter.name],
        ['フリガナ', supporter.kana],
        ['敬称', honorificOf(supporter.kind, supporter.honorific)],
        ['郵便番号', readablePostalCode(supporter.postalCode)],
        ['住所', supporter.address],
        ['送付先', [supporter.mailingName, readablePostalCode(supporter.mailingPostalCode), supporter.mailingAddress].join(' ').trim()],
        ['電話番号', supporter.phone],
        ['メールアドレス', supporter.email],
        ['地域', supporter.areaName ?? ''],
        ['芳名の載せ方', supporter.acknowledgment === null ? '' : acknowledgmentNames[supporter.acknowledgment]],
        ['お知らせの郵送', supporter.wantsMail ? '希望している' : '希望していない'],
        ['領収書の渡し方', receiptDeliveryNames[supporter.receiptDelivery]],
        ['寄附者の属性', donorAttributeNames[supporter.attribute]],
        ['備考', supporter.note],
      ]}
    />
  )
}
