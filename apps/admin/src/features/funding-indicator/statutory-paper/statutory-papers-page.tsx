import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { PostingMomentForm } from '../posting-moment-form.tsx'
import { GiftScheduleTable } from './gift-schedule-table.tsx'
import { ScheduleControls } from './schedule-controls.tsx'
import { SubsidyScheduleTable } from './subsidy-schedule-table.tsx'
import { SubsidySources } from './subsidy-sources.tsx'
import { UnnotedGifts } from './unnoted-gifts.tsx'

/** 附属明細書: 寄附金収益明細書 (別紙3②) and 補助金事業等収益明細書 (別紙3③) of a year, each against the ledger. */
export function StatutoryPapersPage() {
  const fiscalYear = useFiscalYearInView()
  const { postedUntil } = useSearch({ from: '/staff/statutory-papers' })
  const navigate = useNavigate({ from: '/statutory-papers' })
  const asked = { fiscalYear, postedUntil }
  const gifts = useQuery({ ...trpc.statutoryPaper.gifts.queryOptions(asked), placeholderData: keepPreviousData })
  const subsidies = useQuery({ ...trpc.statutoryPaper.subsidies.queryOptions(asked), placeholderData: keepPreviousData })
  const write = useMutation(trpc.statutoryPaper.export.mutationOptions())
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader
          title="附属明細書（別紙3②③）"
          description={`${formatFiscalYear(fiscalYear)}の寄附金収益明細書と補助金事業等収益明細書です。小計は帳簿の科目の額と一致します。一致しないときは、足りないものを赤で示します。`}
          actions={
            <>
              <ExportChoice subject="附属明細書" write={(format) => write.mutateAsync({ ...asked, format })} />
              <OrderPapersButton order={{ kind: 'statutory_schedules', ...asked }}>PDF（A4横）</OrderPapersButton>
            </>
          }
        />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }) })} />
      <Schedule title="寄附金収益明細書（別紙3②）" answer={gifts} note="寄附物品を含みます。属性は支援者の登録内容、違うときは寄附のページで決めた属性です。区分と基本金組入額は、寄附のページで決めます（決めていない寄附は「経常」）。">
        {gifts.data !== undefined && (
          <>
            <UnnotedGifts asked={asked} />
            <GiftScheduleTable schedule={gifts.data} isRefreshing={gifts.isPlaceholderData} />
            <ScheduleControls schedule={gifts.data} title="寄附金収益明細書と帳簿の照合" />
          </>
        )}
      </Schedule>
      <Schedule title="補助金事業等収益明細書（別紙3③）" answer={subsidies} note="共同募金の配分金もここに載ります。載せる財源と交付団体・目的は、下の「載せる財源」で決めます。">
        {subsidies.data !== undefined && (
          <>
            <SubsidyScheduleTable schedule={subsidies.data.schedule} isRefreshing={subsidies.isPlaceholderData} />
            <ScheduleControls schedule={subsidies.data.schedule} title="補助金事業等収益明細書と帳簿の照合" />
            <SubsidySources sources={subsidies.data.sources} fiscalYear={fiscalYear} isOfNow={postedUntil === undefined} onReload={() => void subsidies.refetch()} />
          </>
        )}
      </Schedule>
    </div>
  )
}

interface ScheduleProps {
  readonly title: string
  readonly note: string
  readonly answer: { readonly isPending: boolean; readonly isError: boolean; readonly data: unknown; readonly refetch: () => unknown }
  readonly children: ReactNode
}

function Schedule({ title, note, answer, children }: ScheduleProps) {
  return (
    <section className="flex min-w-0 flex-col gap-4">
      <div>
        <h2 className="text-[1.25rem] font-bold">{title}</h2>
        <p className="text-[0.875rem] text-ink-sub">{note}</p>
      </div>
      {answer.isError && answer.data === undefined && <PageError reset={() => void answer.refetch()} />}
      {answer.isPending && <LoadingSkeleton lines={6} />}
      {children}
    </section>
  )
}
