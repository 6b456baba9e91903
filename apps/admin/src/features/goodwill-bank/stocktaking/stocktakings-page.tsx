import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { formatGoods } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { goodsLossReasonNames } from '@sasaeai/domain/goodwill-bank/stocktaking/goods-loss-reason'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LinkButton } from '@sasaeai/ui/link-button'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import type { GoodwillAct } from '../act/act-words.ts'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'
import { GoodwillExportButton } from '../goodwill-export-button.tsx'

/** 棚卸と廃棄 of a year: what was counted with its differences, and what was thrown away. */
export function StocktakingsPage() {
  const { postedUntil } = useSearch({ from: '/staff/goodwill/stocktakings' })
  const fiscalYear = useFiscalYearInView()
  const counts = useQuery({ ...trpc.goodwillBank.acts.queryOptions({ fiscalYear, kind: 'stocktaking', postedUntil }), placeholderData: keepPreviousData })
  const losses = useQuery({ ...trpc.goodwillBank.acts.queryOptions({ fiscalYear, kind: 'write_off', postedUntil }), placeholderData: keepPreviousData })
  const mayWrite = useMayDo('goodwill.write') && postedUntil === undefined
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader
          title="棚卸と廃棄"
          description={`${formatFiscalYear(fiscalYear)}に数えた在庫と、その差異の理由です。期限切れの廃棄は「在庫と残高」の「期限」から記録します。${postedUntil === undefined ? '' : `${postedUntilWords(postedUntil)}です。`}`}
          actions={
            <>
              <GoodwillExportButton list={{ list: 'acts', fiscalYear, kind: 'stocktaking', postedUntil }} name="棚卸の一覧" />
              {mayWrite && <LinkButton href="/admin/goodwill/stocktakings/new" variant="primary" icon="plus">棚卸を記録する</LinkButton>}
            </>
          }
        />
      </div>
      <PageMoment postedUntil={postedUntil} />
      <section aria-label="棚卸">
        <h2 className="mb-1 text-[1.125rem] font-bold">棚卸</h2>
        <DataTable caption="棚卸" columns={countColumns} rows={counts.data} rowKey={({ actId }) => actId} phone="cards" empty={<EmptyState title="この年度の棚卸はまだありません" icon="table" />} />
      </section>
      <section aria-label="廃棄">
        <h2 className="mb-1 text-[1.125rem] font-bold">廃棄</h2>
        <DataTable caption="廃棄" columns={lossColumns} rows={losses.data} rowKey={({ actId }) => actId} phone="cards" empty={<EmptyState title="この年度の廃棄はまだありません" icon="success" />} />
      </section>
    </div>
  )
}

const nameColumns: Column<GoodwillAct>[] = [
  {
    id: 'number', header: '番号', isRowHeader: true,
    cell: (act) => <><AppLink to="/goodwill/acts/$actId" params={{ actId: act.actId }}>{goodwillActName(act)}</AppLink> {act.undoneOn !== null && <StatusChip>取消済み</StatusChip>}</>,
  },
  { id: 'day', header: '日付', cell: ({ actedOn }) => <span className="figures">{formatLocalDateShort(actedOn)}</span> },
]

const wordsOf = ({ lines }: GoodwillAct) =>
  lines
    .filter(({ quantity }) => quantity !== 0)
    .map((line) => `${line.itemName} ${formatGoods(line.quantity, line)}${line.reason === null ? '' : `（${goodsLossReasonNames[line.reason]}${line.explanation === '' ? '' : `、${line.explanation}`}）`}`)
    .join('、')

const countColumns: Column<GoodwillAct>[] = [
  ...nameColumns,
  { id: 'lines', header: '数えた行', align: 'end', cell: ({ lines }) => lines.length },
  { id: 'differences', header: '差異のある行', align: 'end', cell: ({ lines }) => lines.filter(({ quantity }) => quantity !== 0).length },
  { id: 'words', header: '差異と理由', cell: (act) => wordsOf(act) || '差異なし' },
]

const lossColumns: Column<GoodwillAct>[] = [...nameColumns, { id: 'words', header: '品物と理由', cell: wordsOf }]
