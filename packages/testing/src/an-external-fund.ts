import { saveGroundItem } from '@sasaeai/api/council/save-ground-item'
import { externalApplicationTable } from '@sasaeai/api/funding-indicator/external-fund/external-application-table'
import { externalCallTable } from '@sasaeai/api/funding-indicator/external-fund/external-call-table'
import { externalApplicationDetailsSchema } from '@sasaeai/domain/funding-indicator/external-fund/external-application-details'
import { externalCallDetailsSchema } from '@sasaeai/domain/funding-indicator/external-fund/external-call-details'
import { type ReceiveExternalInput, receiveExternalSchema } from '@sasaeai/domain/funding-indicator/external-fund/receive-external-input'
import { type ExternalApplicationId, type ExternalCallId, id } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'
import { done } from './a-grant.ts'

/** A 助成金 of ○○財団 that ends on 31 October of the council's year, unless told otherwise. */
export async function anExternalCall(council: ACouncil, change: Record<string, unknown> = {}): Promise<ExternalCallId> {
  const details = externalCallDetailsSchema.parse({ name: '地域福祉活動助成', funder: '○○財団', kind: 'grant', deadlineOn: `${council.fiscalYear}-10-31`, amountYen: 500_000, ...change })
  const saved = await done(saveGroundItem(council.deps, council.actors.receptionist, { table: externalCallTable, id: null, revision: null, details }))
  return id(saved.id)
}

/** An application for 500,000 yen that was awarded 400,000 on 1 July, unless told otherwise. */
export async function anExternalApplication(council: ACouncil, callId: ExternalCallId, change: Record<string, unknown> = {}): Promise<ExternalApplicationId> {
  const year = council.fiscalYear
  const details = externalApplicationDetailsSchema.parse({
    callId, projectName: '子ども食堂の開設支援', requestedYen: 500_000, state: 'awarded', appliedOn: `${year}-05-20`, decidedOn: `${year}-07-01`, awardedYen: 400_000,
    reportDueOn: `${year}-10-30`, responsibleId: council.actors.receptionist.userId, fundId: council.fund('子ども食堂応援'), ...change,
  })
  const saved = await done(saveGroundItem(council.deps, council.actors.receptionist, { table: externalApplicationTable, id: null, revision: null, details }))
  return id(saved.id)
}

/** 400,000 yen into 普通預金 on 10 October, under an id of its own unless told otherwise. */
export function anExternalReceipt(council: ACouncil, { applicationId, ...change }: { applicationId: ExternalApplicationId } & Partial<ReceiveExternalInput>): ReceiveExternalInput {
  return receiveExternalSchema.parse({
    receiptId: council.deps.newId(), applicationId, receivedOn: `${council.fiscalYear}-10-10`, amountYen: 400_000, fundingSourceId: council.source('助成金'),
    cashAccountId: council.account('普通預金'), ...change,
  })
}
