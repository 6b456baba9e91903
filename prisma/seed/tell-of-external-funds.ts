import type { Actor, Deps } from '@sasaeai/api/deps'
import { saveGroundItem } from '@sasaeai/api/council/save-ground-item'
import { externalApplicationTable } from '@sasaeai/api/funding-indicator/external-fund/external-application-table'
import { externalCallTable } from '@sasaeai/api/funding-indicator/external-fund/external-call-table'
import { receiveExternalMoney } from '@sasaeai/api/funding-indicator/external-fund/receive-external-money'
import type { Db } from '@sasaeai/db/database'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { externalApplicationDetailsSchema } from '@sasaeai/domain/funding-indicator/external-fund/external-application-details'
import { externalCallDetailsSchema } from '@sasaeai/domain/funding-indicator/external-fund/external-call-details'
import { receiveExternalSchema } from '@sasaeai/domain/funding-indicator/external-fund/receive-external-input'
import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { idAt } from './book-bundles.ts'
import { demoAccountant } from './demo-accountant.ts'
import { codes } from './demo-bundle.ts'
import { nearestOfficeDay } from './office-days.ts'
import { randomStream } from './random-stream.ts'

/** The number that these ids grow from: not that of the story, which is committed by then. */
const externalSeed = 20_260_428

interface Told {
  readonly name: string
  readonly funder: string
  readonly kind: string
  readonly theme: string
  /** The deadline, as days from the day on which the demo is looked at. */
  readonly inDays: number
  readonly amountYen?: number
  readonly project?: string
  readonly requestedYen?: number
  readonly state?: 'preparing' | 'applied' | 'awarded' | 'rejected' | 'withdrawn'
  readonly awardedYen?: number
  /** Days from today until the report is due. */
  readonly reportInDays?: number
  readonly isPassed?: boolean
}

/** A dozen calls over three years: some won, some lost, one passed over, some still to come. */
const calls: readonly Told[] = [
  { name: '地域福祉活動助成', funder: 'ささえ県共同福祉財団', kind: 'grant', theme: '子どもの居場所', inDays: -860, amountYen: 500_000, project: '子ども食堂の立上げ', requestedYen: 500_000, state: 'rejected' },
  { name: '移動支援モデル事業', funder: 'みらい地域財団', kind: 'public_offering', theme: '高齢者の外出', inDays: -800, amountYen: 3_000_000, project: '買い物送迎の試行', requestedYen: 2_400_000, state: 'rejected' },
  { name: '福祉教育の助成', funder: 'ささえ銀行社会貢献基金', kind: 'grant', theme: '学校との協働', inDays: -700, amountYen: 300_000, project: '福祉体験の教材づくり', requestedYen: 300_000, state: 'withdrawn' },
  { name: '地域福祉活動助成', funder: 'ささえ県共同福祉財団', kind: 'grant', theme: '子どもの居場所', inDays: -495, amountYen: 500_000, project: '学習支援教室', requestedYen: 450_000, state: 'rejected' },
  { name: '孤立を防ぐ活動の公募', funder: 'みらい地域財団', kind: 'public_offering', theme: '見守り', inDays: -440, amountYen: 2_000_000, isPassed: true },
  { name: '地域福祉活動助成', funder: 'ささえ県共同福祉財団', kind: 'grant', theme: '子どもの居場所', inDays: -190, amountYen: 500_000, project: '子ども食堂の備品', requestedYen: 500_000, state: 'awarded', awardedYen: 400_000, reportInDays: 24 },
  { name: '介護予防の受託', funder: 'ささえ市', kind: 'entrusted', theme: '通いの場', inDays: -170, amountYen: 1_200_000, project: '通いの場の運営', requestedYen: 1_200_000, state: 'awarded', awardedYen: 1_200_000, reportInDays: 160 },
  { name: '災害に備える補助', funder: 'ささえ市', kind: 'subsidy', theme: '災害ボランティア', inDays: -120, amountYen: 600_000, project: '資機材の更新', requestedYen: 600_000, state: 'applied' },
  { name: 'つながりづくり助成', funder: 'ささえ銀行社会貢献基金', kind: 'grant', theme: '多世代の交流', inDays: 6, amountYen: 300_000, project: '多世代カフェ', requestedYen: 280_000, state: 'preparing' },
  { name: '移動支援の公募', funder: 'みらい地域財団', kind: 'public_offering', theme: '高齢者の外出', inDays: 21, amountYen: 2_500_000 },
  { name: '居場所づくりの助成', funder: '地域未来福祉基金', kind: 'grant', theme: 'ひきこもりの支援', inDays: 55, amountYen: 1_000_000 },
  { name: '来年度の地域福祉活動助成', funder: 'ささえ県共同福祉財団', kind: 'grant', theme: '地域づくり', inDays: 98, amountYen: 500_000 },
]

interface Desk {
  readonly db: Db
  readonly deps: Deps
  readonly actor: Actor
  readonly today: LocalDate
}

/** 外部資金, with money of awards that came in the present year. After the story is committed. */
export async function tellOfExternalFunds(db: Db, today: LocalDate): Promise<void> {
  const random = randomStream(externalSeed)
  const now = new Date(`${today}T00:20:00Z`)
  const desk: Desk = { db, deps: { db, now: () => now, newId: () => idAt(now, random) }, actor: await demoAccountant(db), today }
  for (const told of calls) await tellOfCall(desk, told)
}

async function tellOfCall(desk: Desk, told: Told): Promise<void> {
  const { deps, actor, today } = desk
  const { name, funder, kind, theme, inDays, amountYen = null, isPassed = false } = told
  const deadlineOn = nearestOfficeDay(addDays(today, inDays))
  const details = externalCallDetailsSchema.parse({
    name, funder, kind, theme, amountYen, opensOn: addDays(deadlineOn, -60), deadlineOn, resultOn: addDays(deadlineOn, 60), passedOn: isPassed ? addDays(deadlineOn, -20) : null,
  })
  const { id: callId } = await done(saveGroundItem(deps, actor, { table: externalCallTable, id: null, revision: null, details }))
  if (told.state !== undefined) await tellOfApplication(desk, told, { callId, deadlineOn })
}

async function tellOfApplication(desk: Desk, told: Told, { callId, deadlineOn }: { callId: string; deadlineOn: LocalDate }): Promise<void> {
  const { db, deps, actor, today } = desk
  const { project, requestedYen, state, awardedYen = null, reportInDays } = told
  const decidedOn = addDays(deadlineOn, 50)
  const fund = await db.prisma.fund.findFirstOrThrow({ where: { code: codes.fund.childrensTable } })
  const details = externalApplicationDetailsSchema.parse({
    callId, projectName: project, requestedYen, state, appliedOn: addDays(deadlineOn, -3), decidedOn, awardedYen, reportDueOn: reportInDays === undefined ? null : addDays(today, reportInDays),
    responsibleId: actor.userId, fundId: awardedYen !== null && told.theme === '子どもの居場所' ? fund.id : null,
  })
  const saved = await done(saveGroundItem(deps, actor, { table: externalApplicationTable, id: null, revision: null, details }))
  if (awardedYen === null) return
  const receivedOn = nearestOfficeDay(addDays(decidedOn, 14))
  // Half in advance, the rest with the report. Early in a year the money would be of the year before, which is closed.
  if (receivedOn >= today || receivedOn < localDate(`${fiscalYearOf(today)}-04-01`)) return
  const source = await db.prisma.fundingSource.findFirstOrThrow({ where: { code: told.kind === 'entrusted' ? codes.source.entrusted : codes.source.grant } })
  const bank = await db.prisma.ledgerAccount.findFirstOrThrow({ where: { code: '1120' } })
  const input = receiveExternalSchema.parse({
    receiptId: deps.newId(), applicationId: saved.id, receivedOn, amountYen: awardedYen / 2, fundingSourceId: source.id, cashAccountId: bank.id, note: '概算払',
  })
  await done(receiveExternalMoney(deps, actor, input))
}

async function done<Value>(answer: Promise<Outcome<Value, FailureCode>>): Promise<Value> {
  const outcome = await answer
  if (!outcome.ok) throw new Error(`the demo's external funds were refused: ${outcome.code}`)
  return outcome.value
}
