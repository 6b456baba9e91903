import { payGrants } from '@sasaeai/api/grant/application/pay-grants'
import { saveGrantApplication } from '@sasaeai/api/grant/application/save-grant-application'
import { saveGrantReport } from '@sasaeai/api/grant/application/save-grant-report'
import { saveGrantCall } from '@sasaeai/api/grant/call/save-grant-call'
import { saveGrantCommittee } from '@sasaeai/api/grant/committee/save-grant-committee'
import { saveGrantDecisions } from '@sasaeai/api/grant/committee/save-grant-decisions'
import { payRelief } from '@sasaeai/api/grant/relief/pay-relief'
import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { grantApplicationDetailsSchema } from '@sasaeai/domain/grant/application/grant-application-input'
import { payGrantsSchema, type PayGrantsInput } from '@sasaeai/domain/grant/application/grant-payment-input'
import { grantReportDetailsSchema } from '@sasaeai/domain/grant/application/grant-report-input'
import { grantCallDetailsSchema } from '@sasaeai/domain/grant/call/grant-call-input'
import { grantCommitteeDetailsSchema } from '@sasaeai/domain/grant/committee/grant-committee-input'
import { payReliefSchema } from '@sasaeai/domain/grant/relief/relief-payment-input'
import { type GrantApplicationId, type GrantCallId, type GrantCommitteeId, id, type SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aChestSlip } from './a-chest-slip.ts'
import type { ACouncil } from './a-council.ts'
import { bookSlip } from './a-slip.ts'

/** What a command answered. @throws Error with the code of the refusal. */
export async function done<Value>(answer: Promise<Outcome<Value, FailureCode>>): Promise<Value> {
  const outcome = await answer
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

/** 団体助成 out of 歳末たすけあい, 300,000 yen, open in November, reports by the end of March. */
export async function aGrantCall(council: ACouncil, change: Record<string, unknown> = {}): Promise<GrantCallId> {
  const kind = await council.deps.db.prisma.grantKind.findFirstOrThrow({ where: { name: '団体助成' } })
  const year = council.fiscalYear
  const details = grantCallDetailsSchema.parse({
    fiscalYear: year, grantKindId: kind.id, name: '歳末 団体助成', payer: 'campaign', campaignId: council.campaign('歳末たすけあい'),
    budgetYen: 300_000, opensOn: `${year}-10-01`, closesOn: `${year}-11-30`, reportDueOn: `${year + 1}-03-31`, ...change,
  })
  return (await done(saveGrantCall(council.deps, council.actors.accountant, { change: null, details }))).callId
}

/** A group in the register of supporters. */
export async function aGroup(council: ACouncil, name = '日吉ふれあいサロン'): Promise<SupporterId> {
  const details = supporterDetailsSchema.parse({ kind: 'organization', name, kana: 'ダンタイ', address: 'ささえ市日吉1-1', postalCode: '8300001' })
  return (await done(createSupporter(council.deps, council.actors.receptionist, details))).supporterId
}

/** An application for 80,000 yen. */
export async function aGrantApplication(council: ACouncil, callId: GrantCallId, change: Record<string, unknown> = {}): Promise<GrantApplicationId> {
  const supporterId = change['supporterId'] ?? (await aGroup(council))
  const details = grantApplicationDetailsSchema.parse({
    projectName: '餅つき会', requestedYen: 80_000, receivedOn: `${council.fiscalYear}-10-10`, ...change, supporterId,
  })
  return (await done(saveGrantApplication(council.deps, council.actors.receptionist, { callId, change: null, details }))).applicationId
}

export async function aGrantCommittee(council: ACouncil): Promise<GrantCommitteeId> {
  const details = grantCommitteeDetailsSchema.parse({ fiscalYear: council.fiscalYear, name: '第1回配分委員会', heldOn: `${council.fiscalYear}-12-05`, minutes: '配第1号' })
  return (await done(saveGrantCommittee(council.deps, council.actors.accountant, { change: null, details }))).committeeId
}

/** What the first meeting of 配分委員会 awards an application, in yen. */
export async function award(council: ACouncil, { callId, applicationId, awardedYen }: { callId: GrantCallId; applicationId: GrantApplicationId; awardedYen: number }): Promise<void> {
  const known = await council.deps.db.prisma.grantCommittee.findFirst()
  const committeeId = known === null ? await aGrantCommittee(council) : id<'GrantCommitteeId'>(known.id)
  const decisions = [{ applicationId, revision: null, awardedYen: yen(awardedYen), reason: '' }]
  await done(saveGrantDecisions(council.deps, council.actors.accountant, { callId, committeeId, decisions }))
}

/** A payment of one award from 普通預金 on 20 December, under an id of its own unless told. */
export function aGrantPayment(
  council: ACouncil,
  { callId, applicationId, amountYen, ...change }: { callId: GrantCallId; applicationId: GrantApplicationId; amountYen: number } & Partial<PayGrantsInput>,
): PayGrantsInput {
  return payGrantsSchema.parse({
    callId, paidOn: localDate(`${council.fiscalYear}-12-20`), cashAccountId: council.account('普通預金'),
    payments: [{ paymentId: council.deps.newId(), applicationId, amountYen }], ...change,
  })
}

/** Pays an award. @throws Error with the code of the refusal. */
export function payGrant(council: ACouncil, payment: Parameters<typeof aGrantPayment>[1]) {
  return done(payGrants(council.deps, council.actors.accountant, aGrantPayment(council, payment)))
}

/** Something on every page of 助成: two groups applied, one was awarded, paid and has reported, and 見舞金 was paid. */
export async function aYearOfGrants(council: ACouncil): Promise<GrantCallId> {
  const { deps, actors, fiscalYear } = council
  const day = localDate(`${fiscalYear}-04-10`)
  const money = { fundingSourceId: council.source('歳末たすけあい'), campaignId: council.campaign('歳末たすけあい'), amountYen: yen(400_000), entryDate: day }
  await bookSlip(council, aChestSlip(council, money))
  const callId = await aGrantCall(council)
  const applicationId = await aGrantApplication(council, callId)
  await aGrantApplication(council, callId, { supporterId: await aGroup(council, '篠山子ども会'), projectName: 'クリスマス会', purpose: '子どもと高齢者の交流' })
  await award(council, { callId, applicationId, awardedYen: 60_000 })
  await payGrant(council, { callId, applicationId, amountYen: 60_000, paidOn: day })
  const report = { receivedOn: `${fiscalYear}-04-20`, spentYen: 58_000, activity: '餅つきと会食', message: 'ありがとうございました', beneficiaries: 60 }
  await done(saveGrantReport(deps, actors.receptionist, { applicationId, revision: null, details: grantReportDetailsSchema.parse(report) }))
  const reliefClass = await deps.db.prisma.reliefClass.findFirstOrThrow({ where: { name: 'ひとり親世帯' } })
  const relief = { paymentId: deps.newId(), callId, reliefClassId: reliefClass.id, areaId: council.area('日吉校区'), paidOn: day, cashAccountId: council.account('普通預金'), recipients: 12, amountYen: 120_000 }
  await done(payRelief(deps, actors.accountant, payReliefSchema.parse(relief)))
  return callId
}
