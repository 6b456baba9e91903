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
        ['郵便番号', readablePostalCode(supporter.postalCode)],
        ['住所', supporter.address],
        ['電話番号', supporter.phone],
        ['地域', supporter.areaName ?? ''],
        ['備考', supporter.note],
      ]}
    />
  )
}
