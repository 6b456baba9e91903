import type { Actor, Deps } from '@sasaeai/api/deps'
import { saveGroundItem } from '@sasaeai/api/council/save-ground-item'
import { fundTable, listFunds } from '@sasaeai/api/donation/fund/fund-table'
import { publishFundReport } from '@sasaeai/api/donation/fund/publish-fund-report'
import { saveFundReport } from '@sasaeai/api/donation/fund/save-fund-report'
import type { Db } from '@sasaeai/db/database'
import { type FiscalYear, fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { fundDetailsSchema } from '@sasaeai/domain/donation/fund/fund-details'
import { fundReportDetailsSchema } from '@sasaeai/domain/donation/fund/fund-report-input'
import type { FundId } from '@sasaeai/domain/ids'
import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { idAt } from './book-bundles.ts'
import { demoAccountant } from './demo-accountant.ts'
import { codes } from './demo-bundle.ts'
import { nearestOfficeDay } from './office-days.ts'
import { randomStream } from './random-stream.ts'

/** The number that these ids grow from: not that of the story, which is committed by then. */
const fundSeed = 20_260_426

const described = new Map<string, { targetYen: number | null; publicDescription: string }>([
  [codes.fund.childrensTable, { targetYen: 6_000_000, publicDescription: '市内6か所の子ども食堂で、食材の購入と会場の費用に使います。' }],
  [codes.fund.transport, { targetYen: 3_000_000, publicDescription: '一人での外出が難しい方の通院と買い物を、ボランティアの運転で支えます。' }],
])

const told = [
  {
    fund: codes.fund.childrensTable, isPublished: true,
    title: '子ども食堂6か所で食事を届けました', beneficiaries: 2_860,
    body: '市内6か所の子ども食堂が、月2回ずつ食卓を開きました。いただいた寄附は、食材・保険料・会場費に使いました。',
    message: '「みんなで食べるとおいしい」と、子どもたちの声が届いています。ありがとうございました。',
  },
  {
    fund: codes.fund.transport, isPublished: false,
    title: '通院と買い物の送迎を続けました', beneficiaries: 412,
    body: '運転協力者19名が、通院と買い物の送迎を行いました。燃料費と車両の点検に使いました。', message: '',
  },
] as const

/** What the council says of its funds, and last year's reports: one published, one still a draft. After the story is committed. */
export async function tellOfFunds(db: Db, today: LocalDate): Promise<void> {
  const actor = await demoAccountant(db)
  const random = randomStream(fundSeed)
  const present = fiscalYearOf(today)
  const may = nearestOfficeDay(localDate(`${present}-05-20`))
  const now = new Date(`${may < today ? may : today}T02:00:00Z`)
  const deps: Deps = { db, now: () => now, newId: () => idAt(now, random) }
  for (const { revision, closedOn, id: fundId, ...fund } of await listFunds(db)) {
    const change = described.get(fund.code)
    if (change === undefined || closedOn !== null) continue
    const details = fundDetailsSchema.parse({ ...fund, ...change })
    await done(saveGroundItem(deps, actor, { table: fundTable, id: fundId, revision, details }))
    await report({ deps, actor }, { fundId, code: fund.code, year: fiscalYear(present - 1) })
  }
}

async function report({ deps, actor }: { deps: Deps; actor: Actor }, { fundId, code, year }: { fundId: FundId; code: string; year: FiscalYear }): Promise<void> {
  for (const { fund, isPublished, ...words } of told) {
    if (fund !== code) continue
    const details = fundReportDetailsSchema.parse(words)
    const { reportId } = await done(saveFundReport(deps, actor, { fundId, fiscalYear: year, change: null, details }))
    if (isPublished) await done(publishFundReport(deps, actor, { reportId, revision: 1 }))
  }
}

async function done<Value>(answer: Promise<Outcome<Value, FailureCode>>): Promise<Value> {
  const outcome = await answer
  if (!outcome.ok) throw new Error(`the demo's funds were refused: ${outcome.code}`)
  return outcome.value
}
