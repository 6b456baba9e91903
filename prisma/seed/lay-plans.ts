import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type FiscalYear, fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import type { IndicatorGrade } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import type { PlanKind } from '@sasaeai/domain/funding-indicator/plan/plan-kind'
import { idAt } from './book-bundles.ts'
import type { DemoOffice } from './demo-ground.ts'
import { layDistrictPlans } from './lay-district-plans.ts'
import { randomStream } from './random-stream.ts'

/** Drawn apart from the rest of the demo, which is to stay as it is whatever is told here. */
const ownSeed = 20_260_602

interface ToldPlan {
  readonly code: string
  readonly name: string
  readonly kind: PlanKind
  /** How many years ago it began, and how many years it lasts. */
  readonly since: number
  readonly span: number
  readonly policy: string
  readonly committee: string
  /** Indicators by their codes, each with its 柱 and what was said of the year before last and of the last one. */
  readonly indicators: readonly { readonly code: string; readonly pillar: string; readonly grades: readonly [IndicatorGrade, IndicatorGrade] }[]
}

const plans: readonly ToldPlan[] = [
  {
    code: '1', name: '第4次地域福祉活動計画', kind: 'community_welfare', since: 4, span: 5, committee: '地域福祉活動計画推進委員会',
    policy: '一人ひとりが支え、支えられるまちをつくる。校区の支え合い推進会議を中心に、見守り・相談・人づくりを進める。',
    indicators: [
      { code: 'M1', pillar: '全体', grades: ['behind', 'nearly'] },
      { code: 'M2', pillar: '関係を豊かにする', grades: ['behind', 'behind'] },
      { code: 'M3', pillar: '寄り添う体制を整える', grades: ['nearly', 'achieved'] },
      { code: 'M4', pillar: '地域をともに創る人を育む', grades: ['behind', 'behind'] },
      { code: 'M5', pillar: '地域をともに創る人を育む', grades: ['missed', 'behind'] },
    ],
  },
  {
    code: '2', name: '中期経営計画', kind: 'management', since: 2, span: 5, committee: '経営計画推進会議',
    policy: '会費・共同募金・寄附の三つを柱に、自主財源の割合を高める。',
    indicators: [
      { code: '10', pillar: '財源を広げる', grades: ['behind', 'behind'] },
      { code: '60', pillar: '財源を広げる', grades: ['nearly', 'achieved'] },
      { code: '20', pillar: '会員を支える', grades: ['nearly', 'nearly'] },
      { code: '27', pillar: '会員を支える', grades: ['achieved', 'nearly'] },
      { code: '31', pillar: '募金を伝える', grades: ['nearly', 'nearly'] },
    ],
  },
]

const assessments: Record<IndicatorGrade, readonly [assessment: string, nextIssue: string]> = {
  achieved: ['目標に届いた。', '今の取組みを続ける。'],
  nearly: ['目標に近づいている。', '届いていない地域に働きかける。'],
  behind: ['目標より遅れている。', '取組みの担い手を増やす。'],
  missed: ['目標に届かなかった。', '取組みの進め方を見直す。'],
}

/** What was counted of two of the plan's indicators in the years before, as 事業報告 tells it. */
const countedBefore: readonly { readonly code: string; readonly values: readonly [number, number] }[] = [
  { code: 'M2', values: [231_480, 240_915] },
  { code: 'M3', values: [1_064, 1_122] },
]

interface PlansDesk {
  readonly office: DemoOffice
  readonly today: LocalDate
}

/** A 地域福祉活動計画 and a 中期経営計画 with the 点検・評価 of two years, and the plans of the 校区. Indicators lie there already. */
export async function layPlans(tx: Tx, { office, today }: PlansDesk): Promise<void> {
  const random = randomStream(ownSeed)
  const present = fiscalYearOf(today)
  const indicators = new Map((await tx.fundingIndicator.findMany({ select: { id: true, code: true } })).map(({ code, id }) => [code, id]))
  const newId = (at: Date) => idAt(at, random)
  const desk: ToldDesk = { tx, office, present, indicators, newId }
  await layCounts(desk)
  for (const plan of plans) await layPlan(desk, plan)
  await layDistrictPlans(tx, { present, newId: () => newId(new Date(`${present}-04-01T00:30:00Z`)) })
}

interface ToldDesk extends Pick<PlansDesk, 'office'> {
  readonly tx: Tx
  readonly present: FiscalYear
  readonly indicators: ReadonlyMap<string, string>
  readonly newId: (at: Date) => string
}

async function layCounts({ tx, office, present, indicators, newId }: ToldDesk): Promise<void> {
  for (const { code, values } of countedBefore) {
    const indicatorId = indicators.get(code)
    if (indicatorId === undefined) continue
    await tx.indicatorActual.createMany({
      data: values.map((value, place) => {
        const year = fiscalYear(present - 2 + place)
        const recordedAt = new Date(`${year}-06-15T02:00:00Z`)
        // As the plan's own file does: what is known in June is of the year before last's end.
        return { id: newId(recordedAt), indicatorId, fiscalYear: year, value, asOfLabel: `${eraYear(fiscalYear(year - 2))}実績`, source: '事業報告', recordedAt, recordedById: office.accountant }
      }),
    })
  }
}

/** R4, H30. May 1 is in the era by which the year is called. */
function eraYear(year: FiscalYear): string {
  return formatLocalDateShort(localDate(`${year}-05-01`)).split('.')[0] ?? ''
}

async function layPlan(desk: ToldDesk, told: ToldPlan): Promise<void> {
  const { tx, present, indicators, newId } = desk
  const firstYear = present - told.since
  const planId = newId(new Date(`${firstYear}-04-01T01:00:00Z`))
  await tx.plan.create({
    data: { id: planId, code: told.code, name: told.name, kind: told.kind, firstYear, lastYear: firstYear + told.span - 1, policy: told.policy },
  })
  await tx.planIndicator.createMany({
    data: told.indicators.flatMap(({ code, pillar }, displayOrder) => {
      const indicatorId = indicators.get(code)
      return indicatorId === undefined ? [] : [{ planId, indicatorId, pillar, displayOrder }]
    }),
  })
  for (const place of [0, 1] as const) await layReview(desk, told, { planId, place })
}

/** The committee meets in February of the year that it looks at, so that the demo has met twice whatever day it is. */
async function layReview({ tx, office, present, indicators, newId }: ToldDesk, told: ToldPlan, { planId, place }: { planId: string; place: 0 | 1 }): Promise<void> {
  const year = fiscalYear(present - 2 + place)
  const heldOn = localDate(`${year + 1}-02-${place === 0 ? '18' : '20'}`)
  const recordedAt = new Date(`${heldOn}T08:00:00Z`)
  const planReviewId = newId(recordedAt)
  await tx.planReview.create({
    data: {
      id: planReviewId, planId, fiscalYear: year, committee: told.committee, heldOn: toDateColumn(heldOn),
      attendees: `委員12名のうち${10 + place}名、事務局3名`,
      minutes: '1 今年度の進みぐあいの報告\n2 指標ごとの評価\n3 次の年度に向けた意見交換',
      comment: place === 0 ? '計画どおりに始められた取組みと、担い手が足りず遅れている取組みがある。' : '遅れていた取組みに校区ごとの差が見える。よい校区の例を広げてほしい。',
    },
  })
  await tx.indicatorReview.createMany({
    data: told.indicators.flatMap(({ code, grades }) => {
      const [indicatorId, grade] = [indicators.get(code), grades[place]]
      const [assessment, nextIssue] = assessments[grade]
      return indicatorId === undefined ? [] : [{ id: newId(recordedAt), indicatorId, fiscalYear: year, planReviewId, grade, assessment, nextIssue, recordedAt, recordedById: office.accountant }]
    }),
  })
}
