import type { AppRouter } from '@sasaeai/api'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatBasisPoints } from '@sasaeai/domain/money/basis-points'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import type { DuesKindRow } from '../terms/dues-terms-columns.tsx'
import { ShareBackRateDialog } from './share-back-rate-dialog.tsx'

export type ShareBackRateRow = inferRouterOutputs<AppRouter>['membershipDues']['rates']['list'][number]

interface ShareBackRatesProps {
  readonly year: FiscalYear
  readonly kinds: readonly DuesKindRow[]
}

/** 地域別の還元率: where an area has a rate of its own. */
export function ShareBackRates({ year, kinds }: ShareBackRatesProps) {
  const rates = useQuery(trpc.membershipDues.rates.list.queryOptions({ fiscalYear: year }))
  const mayManage = useMayDo('dues.manage')
  const [edited, setEdited] = useState<ShareBackRateRow | null>()
  const withTerms = kinds.filter(({ terms }) => terms !== null)
  const add = mayManage && withTerms.length > 0 && (
    <Button icon="plus" onClick={() => setEdited(null)}>
      地域の率を追加する
    </Button>
  )
  return (
    <section aria-label="地域別の還元率">
      <PageHeader
        level={2}
        title="地域別の還元率"
        description={`${formatFiscalYear(year)}に、会員種別の還元率と違う率にする地域です。その地域の下にあるすべての地域にも当てはまります。`}
        actions={<><DuesListExportButton size="small" list={{ list: 'rates', fiscalYear: year }} name="地域別の還元率" />{add}</>}
      />
      {rates.isError && rates.data === undefined ? (
        <PageError reset={() => void rates.refetch()} />
      ) : (
        <DataTable
          caption="地域別の還元率"
          columns={columnsOf(year, mayManage, setEdited)}
          rows={rates.data}
          rowKey={({ duesKindId, areaId }) => `${duesKindId} ${areaId}`}
          phone="cards"
          empty={<EmptyState title="地域別の率はありません">どの地域も、会員種別の還元率で計算します。</EmptyState>}
        />
      )}
      {edited !== undefined && (
        <ShareBackRateDialog rate={edited} kinds={withTerms} year={year} onClose={() => setEdited(undefined)} />
      )}
    </section>
  )
}

function columnsOf(year: FiscalYear, mayManage: boolean, onEdit: (rate: ShareBackRateRow) => void): Column<ShareBackRateRow>[] {
  const acts: Column<ShareBackRateRow> = {
    id: 'acts',
    header: '操作',
    isActs: true,
    cell: (rate) => <RateActs rate={rate} year={year} onEdit={() => onEdit(rate)} />,
  }
  return [
    { id: 'code', header: '番号', isWideOnly: true, cell: ({ areaCode }) => <span className="figures">{areaCode}</span> },
    { id: 'area', header: '地域', isRowHeader: true, cell: ({ areaName }) => areaName },
    { id: 'kind', header: '会員種別', cell: ({ kindName }) => kindName },
    { id: 'rate', header: '還元率', align: 'end', cell: ({ basisPoints }) => formatBasisPoints(basisPoints) },
    { id: 'usual', header: '会員種別の率', align: 'end', cell: ({ kindBasisPoints }) => formatBasisPoints(kindBasisPoints) },
    ...(mayManage ? [acts] : []),
  ]
}

/** Taking a rate away is undone by one press. */
function RateActs({ rate, year, onEdit }: { rate: ShareBackRateRow; year: FiscalYear; onEdit: () => void }) {
  const run = useRunCommand()
  const save = useMutation(trpc.membershipDues.rates.save.mutationOptions())
  const remove = useMutation(trpc.membershipDues.rates.remove.mutationOptions())
  const { duesKindId, areaId, areaName, kindName, basisPoints } = rate
  const key = { fiscalYear: year, duesKindId, areaId }
  const putBack = () => run(() => save.mutateAsync({ ...key, basisPoints }), { done: `${areaName}の率を元に戻しました` })
  const takeAway = () =>
    run(() => remove.mutateAsync(key), { done: `${areaName}（${kindName}）の率を取り消しました`, action: <UndoButton onUndo={putBack} /> })
  return (
    <div className="-ml-3 flex flex-wrap sm:-my-1.5 sm:flex-nowrap">
      <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`${areaName}の${kindName}の率を変える`} onClick={onEdit}>
        変える
      </Button>
      <Button variant="quiet" size="small" className="whitespace-nowrap" aria-label={`${areaName}の${kindName}の率の取消`} onClick={() => void takeAway()}>
        取消
      </Button>
    </div>
  )
}
