import { readFile } from 'node:fs/promises'
import type { Tx } from '@sasaeai/db/in-transaction'
import { type FiscalYear, fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { IndicatorGrade } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import { idAt } from './book-bundles.ts'
import type { DemoOffice } from './demo-ground.ts'
import { layPlans } from './lay-plans.ts'
import { randomStream } from './random-stream.ts'

/** Drawn apart from the rest of the demo, which is to stay as it is whatever is told here. */
const ownSeed = 20_250_601

interface Review {
  readonly grade: IndicatorGrade
  readonly assessment: string
  readonly nextIssue: string
}

/** What the demo aims at: the target of the present year, and by how much it rose each year. */
const targets: readonly { readonly code: string; readonly value: number; readonly step: number; readonly review: Review }[] = [
  { code: '10', value: 22, step: 0.5, review: { grade: 'behind', assessment: '会費と配分金が減り、寄附の伸びで補えていない。', nextIssue: '法人会員と遺贈の案内を増やす。' } },
  { code: '12', value: 11, step: 0, review: { grade: 'behind', assessment: '加入世帯の減少が続いている。', nextIssue: '転入世帯への案内を自治会と一緒に行う。' } },
  { code: '20', value: 55, step: 0, review: { grade: 'nearly', assessment: '住基世帯は増えたが、納めた世帯は横ばいだった。', nextIssue: '集合住宅での説明会を続ける。' } },
  { code: '27', value: 95, step: 0, review: { grade: 'nearly', assessment: '退会の多くは廃業による。', nextIssue: '広報紙での紹介を続ける。' } },
  { code: '31', value: 100, step: 0, review: { grade: 'nearly', assessment: '戸別が減り、法人と募金箱が伸びた。', nextIssue: '職域募金の依頼先を広げる。' } },
  { code: '60', value: 600, step: 20, review: { grade: 'achieved', assessment: 'オンライン寄附が件数を押し上げた。', nextIssue: '2回目の寄附につながるお礼の文を整える。' } },
]

/** What the committee said of the plan's own indicators, in the order of the file. */
const planReviews: readonly Review[] = [
  { grade: 'nearly', assessment: '前回の調査より上がったが、目標には届かなかった。', nextIssue: '支え合い推進会議のない校区に働きかける。' },
  { grade: 'behind', assessment: '担い手の高齢化で訪問の回数が減った。', nextIssue: 'ふれあいの会の新しい担い手を養成する。' },
  { grade: 'achieved', assessment: '関係機関からの紹介が増え、目標を上回った。', nextIssue: '相談のあとの見守りにつなげる。' },
  { grade: 'behind', assessment: '若い世代で「助けを求められる」と答えた人が少ない。', nextIssue: '学校での福祉教育を広げる。' },
  { grade: 'behind', assessment: '調査は4年前のもので、その後の取組みは表れていない。', nextIssue: '次の調査で確かめる。' },
]

/**
 * 目標・評価 of the years that the books have, the plan's own indicators as its file writes them (plan-indicators.csv, with
 * their own 時点), a definition that was changed between two years, and the plans that are measured by them.
 */
export async function layIndicatorStory(
  tx: Tx,
  { office, today, years }: { readonly office: DemoOffice; readonly today: LocalDate; readonly years: readonly FiscalYear[] },
): Promise<void> {
  const random = randomStream(ownSeed)
  const laid = new Map((await tx.fundingIndicator.findMany({ select: { id: true, code: true } })).map(({ code, id }) => [code, id]))
  const present = fiscalYearOf(today)
  const said = (indicatorId: string, year: FiscalYear, month: number) => {
    const recordedAt = new Date(`${year + (month < 4 ? 1 : 0)}-${String(month).padStart(2, '0')}-20T02:00:00Z`)
    return { id: idAt(recordedAt, random), indicatorId, recordedAt, recordedById: office.accountant }
  }
  const known = targets.flatMap(({ code, ...target }) => ((id) => (id === undefined ? [] : [{ id, ...target }]))(laid.get(code)))
  await tx.indicatorTarget.createMany({
    data: known.flatMap(({ id, value, step }) => years.map((year) => ({ ...said(id, year, 4), fiscalYear: year, value: value - (present - year) * step }))),
  })
  const last = fiscalYear(present - 1)
  await tx.indicatorReview.createMany({ data: known.map(({ id, review }) => ({ ...said(id, present, 6), fiscalYear: last, ...review })) })
  const perHousehold = laid.get('50')
  if (perHousehold !== undefined) {
    await tx.indicatorVersion.create({
      data: {
        ...said(perHousehold, present, 4), version: 2, fromFiscalYear: present, computation: 'per_household', parameters: { categories: ['community_chest'], basis: 'resident_register' },
        definition: '共同募金の戸別募金を、住民基本台帳の世帯で割った額。', formula: '戸別募金 ÷ 住基世帯',
        reason: '自治会に加入していない世帯にもお願いを配ることにしたため、分母を住基世帯に改めた。',
      },
    })
  }
  for (const [place, line] of (await readPlan()).entries()) await layPlanIndicator(tx, { line, place, present, said })
  await layPlans(tx, { office, today })
}

interface PlanLine {
  readonly category: string
  readonly indicator: string
  readonly unit: string
  readonly target: string
  readonly actual: string
  readonly asOf: string
}

/** The five indicators of a plan, as the plan prints them. No field of the file holds a comma. */
async function readPlan(): Promise<PlanLine[]> {
  const text = await readFile(new URL('./plan-indicators.csv', import.meta.url), 'utf8')
  return text.trim().split(/\r?\n/).slice(1).map((line) => {
    const [category = '', indicator = '', unit = '', target = '', actual = '', asOf = ''] = line.split(',')
    return { category, indicator, unit, target, actual, asOf }
  })
}

interface LaidLine {
  readonly line: PlanLine
  readonly place: number
  readonly present: FiscalYear
  readonly said: (indicatorId: string, year: FiscalYear, month: number) => { id: string; indicatorId: string; recordedAt: Date; recordedById: string }
}

async function layPlanIndicator(tx: Tx, { line, place, present, said }: LaidLine): Promise<void> {
  const indicatorId = said('', present, 4).id
  await tx.fundingIndicator.create({
    data: {
      id: indicatorId, code: `M${place + 1}`, name: line.indicator, category: line.category, unit: line.unit, kind: 'manual', owner: '地域福祉課',
      decimals: line.target.includes('.') ? 1 : 0, displayOrder: place + 1,
    },
  })
  await tx.indicatorVersion.create({ data: { ...said(indicatorId, present, 4), version: 1, definition: line.indicator } })
  await tx.indicatorTarget.create({ data: { ...said(indicatorId, present, 4), fiscalYear: present, value: line.target, note: '計画の最終年度の目標' } })
  await tx.indicatorActual.create({ data: { ...said(indicatorId, present, 6), fiscalYear: present, value: line.actual, asOfLabel: line.asOf, source: line.unit === '%' ? '市民意識調査' : '事業報告' } })
  const review = planReviews[place]
  if (review !== undefined) await tx.indicatorReview.create({ data: { ...said(indicatorId, present, 7), fiscalYear: present, ...review } })
}
