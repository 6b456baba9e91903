import type { CouncilDetails } from '@sasaeai/domain/council/council-details'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import { useQuery } from '@tanstack/react-query'
import { DetailList } from '../../app/detail-list.tsx'
import { trpc } from '../../app/trpc.ts'

/** The council's details for those who may read but not change them. */
export function CouncilSummary({ council }: { council: CouncilDetails }) {
  const accounts = useQuery(trpc.ledgerSetup.account.list.queryOptions())
  const cash = accounts.data?.find((account) => account.id === council.defaultCashAccountId)
  const lines: [string, string][] = [
    ['名称', council.name],
    ['フリガナ', council.nameKana],
    ['代表者', council.representative],
    ['郵便番号', readablePostalCode(council.postalCode)],
    ['住所', council.address],
    ['電話番号', council.phone],
    ['メールアドレス', council.email],
    ['通常の入金先', cash?.name ?? ''],
    ['受付の承認', council.requiresIntakeApproval ? 'もう1人の承認が必要' : '必要としない'],
  ]
  return <DetailList lines={lines} />
}
