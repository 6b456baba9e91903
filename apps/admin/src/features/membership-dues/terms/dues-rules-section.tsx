import { shareBackStepText } from '@sasaeai/domain/membership-dues/share-back/share-back-step'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DetailList } from '../../../app/detail-list.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { DuesRulesDialog, type DuesRulesRow } from './dues-rules-dialog.tsx'

const undecided = 'まだ決めていません'

/** 還元金の決まり: to whom share-back is paid, and how it is booked. They hold for every year. */
export function DuesRulesSection() {
  const rules = useQuery(trpc.membershipDues.rules.get.queryOptions())
  const types = useQuery(trpc.area.types.queryOptions())
  const accounts = useQuery(trpc.ledgerSetup.account.list.queryOptions())
  const mayManage = useMayDo('dues.manage')
  const [edited, setEdited] = useState<DuesRulesRow>()
  const isRead = rules.data !== undefined && types.data !== undefined && accounts.data !== undefined
  const accountName = (id: string | null) => {
    const account = accounts.data?.find((each) => each.id === id)
    return account === undefined ? undecided : `${account.code} ${account.name}`
  }
  const edit = mayManage && isRead && (
    <Button icon="pencil" onClick={() => setEdited(rules.data)}>
      還元金の決まりを変える
    </Button>
  )
  return (
    <section aria-label="還元金の決まり">
      <PageHeader level={2} title="還元金の決まり" description="還元金を計算して支払うときの決まりです。年度によらず同じです。" actions={edit || undefined} />
      {[rules, types, accounts].some(({ isError, data }) => isError && data === undefined) ? (
        <PageError reset={() => void Promise.all([rules.refetch(), types.refetch(), accounts.refetch()])} />
      ) : isRead ? (
        <DetailList
          lines={[
            ['渡す先', types.data.find(({ areaTypeId }) => areaTypeId === rules.data.shareBackAreaTypeId)?.name ?? undecided],
            ['支出の科目', accountName(rules.data.shareBackExpenseAccountId)],
            ['支払う口座', accountName(rules.data.shareBackCashAccountId)],
            ['端数', shareBackStepText(rules.data.shareBackStepYen)],
          ]}
        />
      ) : (
        <LoadingSkeleton lines={4} />
      )}
      {edited !== undefined && isRead && (
        <DuesRulesDialog key={edited.revision} rules={edited} types={types.data} accounts={accounts.data} onClose={() => setEdited(undefined)}
          onReload={() => void rules.refetch().then(({ data }) => setEdited(data))} />
      )}
    </section>
  )
}
