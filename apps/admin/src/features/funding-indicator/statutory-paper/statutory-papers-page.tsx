import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { StatutoryPaperInput } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { ReportAnswer, ReportFrame, ReportSection } from '../report-frame.tsx'
import { GiftScheduleTable } from './gift-schedule-table.tsx'
import { type PrintedLink, ScheduleControls } from './schedule-controls.tsx'
import { ScheduleLink } from './schedule-link.tsx'
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
  const mayOpenGifts = useMayDo('donation.read')
  const write = useMutation(trpc.statutoryPaper.export.mutationOptions())
  return (
    <ReportFrame
      title="附属明細書（別紙3②③）"
      description={`${formatFiscalYear(fiscalYear)}の寄附金収益明細書と補助金事業等収益明細書です。小計は帳簿の科目の額と一致します。一致しないときは、足りないものを赤で示します。`}
      actions={
        <>
          <ExportChoice subject="附属明細書" write={(format) => write.mutateAsync({ ...asked, format })} />
          <OrderPapersButton order={{ kind: 'statutory_schedules', ...asked }}>PDF（A4横）</OrderPapersButton>
        </>
      }
      moment={postedUntil}
      onMoment={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }) })}
    >
      <ReportSection title="寄附金収益明細書（別紙3②）" note="寄附物品を含みます。属性は支援者の登録内容、違うときは寄附のページで決めた属性です。区分と基本金組入額は、寄附のページで決めます（決めていない寄附は「経常」）。">
        <ReportAnswer answer={gifts} lines={6}>
          {(schedule, isRefreshing) => (
            <>
              <UnnotedGifts asked={asked} />
              <GiftScheduleTable schedule={schedule} isRefreshing={isRefreshing} />
              <ScheduleControls schedule={schedule} title="寄附金収益明細書と帳簿の照合" printedLink={giftsLink(schedule, mayOpenGifts)} />
            </>
          )}
        </ReportAnswer>
      </ReportSection>
      <ReportSection title="補助金事業等収益明細書（別紙3③）" note="共同募金の配分金もここに載ります。載せる財源と交付団体・目的は、下の「載せる財源」で決めます。">
        <ReportAnswer answer={subsidies} lines={6}>
          {({ schedule, sources }, isRefreshing) => (
            <>
              <SubsidyScheduleTable schedule={schedule} isRefreshing={isRefreshing} />
              <ScheduleControls schedule={schedule} title="補助金事業等収益明細書と帳簿の照合" printedLink={subsidiesLink(schedule)} />
              <SubsidySources sources={sources} fiscalYear={fiscalYear} isOfNow={postedUntil === undefined} onReload={() => void subsidies.refetch()} />
            </>
          )}
        </ReportAnswer>
      </ReportSection>
    </ReportFrame>
  )
}

/** What a schedule prints of an account, or of all of them, opens the list behind it. */
function giftsLink({ fiscalYear, postedUntil }: StatutoryPaperInput, mayOpen: boolean): PrintedLink {
  return ({ accountId, amountYen, label }) => (mayOpen ? <ScheduleLink to="/statutory-papers/gifts" search={{ year: fiscalYear, postedUntil, accountId }} {...{ amountYen, label }} /> : formatYenDelta(amountYen))
}

function subsidiesLink({ fiscalYear, postedUntil }: StatutoryPaperInput): PrintedLink {
  return ({ accountId, amountYen, label }) => <ScheduleLink to="/statutory-papers/subsidies" search={{ year: fiscalYear, postedUntil, accountId }} {...{ amountYen, label }} />
}
