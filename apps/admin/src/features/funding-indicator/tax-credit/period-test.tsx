import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { incomeParts, leastAverageYen, leastDonors, type TaxCreditTest, taxCreditResult, type TestResult } from '@sasaeai/domain/funding-indicator/tax-credit/tax-credit-test'
import { formatTenthsOfDonors, testResultNames } from '@sasaeai/domain/funding-indicator/tax-credit/tax-credit-tables'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatAttainment } from '@sasaeai/domain/money/ratio'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import type { ReactNode } from 'react'
import { TaxCreditYears } from './tax-credit-years.tsx'

const resultTones: Record<TestResult, ChipTone> = { met: 'success', unmet: 'warning', unknown: 'neutral' }

interface PeriodTestProps {
  readonly test: TaxCreditTest
  readonly title: string
  /** The last year is not over. */
  readonly isPreview?: boolean
  /** As the books stood at a moment; so do the lists behind the counts. */
  readonly postedUntil: PostingMoment | undefined
}

/** Five years, both requirements, and what is still missing. */
export function PeriodTest({ test, title, isPreview = false, postedUntil }: PeriodTestProps) {
  return (
    <section className="flex min-w-0 flex-col gap-4 print:gap-2">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[1.25rem] font-bold print:text-[0.9375rem]">
        {title}
        <span className="text-[1rem] font-normal">{periodOf(test)}</span>
        <Result result={taxCreditResult(test)} />
      </h2>
      <div className="grid gap-6 sm:grid-cols-2 print:grid-cols-2 print:gap-3">
        <DonorsRequirement test={test} isPreview={isPreview} />
        <IncomeRequirement test={test} />
      </div>
      <TaxCreditYears test={test} caption={title} postedUntil={postedUntil} />
    </section>
  )
}

function periodOf({ years }: TaxCreditTest): string {
  const [first] = years
  const last = years.at(-1)
  return first === undefined || last === undefined ? '' : `${formatFiscalYear(first.fiscalYear)}～${formatFiscalYear(last.fiscalYear)}`
}

function Result({ result }: { result: TestResult }) {
  return <StatusChip tone={resultTones[result]}>{testResultNames[result]}</StatusChip>
}

function DonorsRequirement({ test: { donors, years }, isPreview }: { test: TaxCreditTest; isPreview: boolean }) {
  const last = years.at(-1)
  const where = last === undefined ? '' : isPreview ? '今年度に' : `${formatFiscalYear(last.fiscalYear)}の1年度で数えて`
  return (
    <Requirement title="要件1　3,000円以上の寄附者が年平均100人以上" result={donors.result}>
      <Line label="年平均の寄附者（判定上）">{formatTenthsOfDonors(donors.averageTenths)}人<Of>{leastDonors}人</Of></Line>
      <Line label="あと必要な寄附者">{donors.missingDonors === 0 ? 'ありません' : `${where}${groupDigits(donors.missingDonors)}人`}</Line>
      {donors.isRaised && (
        <>
          <Line label="寄附の年平均（費用が1億円未満の年度があるとき）">{formatYen(donors.averageYen)}円<Of>{formatYen(yen(leastAverageYen))}円</Of></Line>
          <Line label="あと必要な額（5年度で）">{donors.missingYen === 0 ? 'ありません' : `${formatYen(donors.missingYen)}円`}</Line>
        </>
      )}
    </Requirement>
  )
}

function IncomeRequirement({ test: { income } }: { test: TaxCreditTest }) {
  return (
    <Requirement title="要件2　寄附が収入の5分の1以上" result={income.result}>
      <Line label="寄附の収入に対する割合">{income.incomeYen === null ? '—' : formatAttainment(income.giftsYen, income.incomeYen)}<Of>{100 / incomeParts}%</Of></Line>
      <Line label="寄附 / 収入（5年度の計）">{formatYen(income.giftsYen)}円 / {income.incomeYen === null ? '—' : `${formatYen(income.incomeYen)}円`}</Line>
      <Line label="あと必要な額（5年度で）">{income.missingYen === null ? '—' : income.missingYen === 0 ? 'ありません' : `${formatYen(income.missingYen)}円`}</Line>
    </Requirement>
  )
}

function Requirement({ title, result, children }: { title: string; result: TestResult; children: ReactNode }) {
  return (
    <div className="keep-together min-w-0 border-t-2 border-accent bg-white pt-3">
      <h3 className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 font-bold">{title}<Result result={result} /></h3>
      <dl className="flex flex-col gap-1">{children}</dl>
    </div>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-[0.9375rem] text-ink-sub">{label}</dt>
      <dd className="figures font-bold">{children}</dd>
    </div>
  )
}

/** What the figure before it has to reach. */
function Of({ children }: { children: ReactNode }) {
  return <span className="font-normal text-ink-sub">（必要 {children}）</span>
}
