import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { CutForm } from '../cut-form.tsx'
import { ReportAnswer, ReportFrame } from '../report-frame.tsx'
import { DonationYearSections } from './donation-year-sections.tsx'
import { YearNames } from './year-names.tsx'

/** 寄附の年次報告: what was given in a year, by whom, for what, and what became of it. */
export function DonationYearPage() {
  const fiscalYear = useFiscalYearInView()
  const { asOf, postedUntil } = useSearch({ from: '/staff/donation-year' })
  const navigate = useNavigate({ from: '/donation-year' })
  const maySeeGifts = useMayDo('donation.read')
  const asked = { fiscalYear, asOf, postedUntil }
  const year = useQuery({ ...trpc.donationYear.get.queryOptions(asked), placeholderData: keepPreviousData })
  const write = useMutation(trpc.donationYear.export.mutationOptions())
  return (
    <ReportFrame
      title="寄附の年次報告"
      description={`${formatFiscalYear(fiscalYear)}の寄附を、使いみち・種類・受け取り方・きっかけ・月ごとに前年同日と比べます。共同募金・歳末たすけあいの募金は預り金なので含みません。PDFを作ると、数字ごと「報告書」に保存されます。`}
      actions={maySeeGifts && (
        <>
          <ExportChoice subject="寄附の年次報告" write={(format) => write.mutateAsync({ ...asked, format })} />
          <OrderPapersButton order={{ kind: 'donation_year', ...asked }}>PDF（A4）</OrderPapersButton>
        </>
      )}
      form={<CutForm cut={{ fiscalYear, asOf: year.data?.cut.asOf ?? asOf ?? today() }} onChange={(day) => void navigate({ search: (before) => ({ ...before, asOf: day ?? undefined }) })} />}
      moment={postedUntil}
      onMoment={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }) })}
    >
      <ReportAnswer answer={year} lines={14}>{(data, isRefreshing) => <DonationYearSections year={data} isRefreshing={isRefreshing} />}</ReportAnswer>
      {maySeeGifts && <YearNames asked={asked} />}
    </ReportFrame>
  )
}
