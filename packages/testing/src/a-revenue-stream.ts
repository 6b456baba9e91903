import { saveGroundItem } from '@sasaeai/api/council/save-ground-item'
import { revenueStreamTable } from '@sasaeai/api/donation/revenue/revenue-stream-table'
import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { type ReceiveRevenueInput, receiveRevenueSchema } from '@sasaeai/domain/donation/revenue/receive-revenue-input'
import { revenueStreamDetailsSchema } from '@sasaeai/domain/donation/revenue/revenue-stream-details'
import type { RevenueStreamKind } from '@sasaeai/domain/donation/revenue/revenue-stream-kind'
import { id, type RevenueStreamId, type SupporterId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { done } from './a-grant.ts'
import type { ACouncil } from './a-council.ts'

async function aCompany(council: ACouncil): Promise<SupporterId> {
  const details = supporterDetailsSchema.parse({ kind: 'organization', name: 'ささえ飲料株式会社', kana: 'ササエインリョウ' })
  return (await done(createSupporter(council.deps, council.actors.receptionist, details))).supporterId
}

/** A machine in the lobby since May, a sponsor of an event, or a project on a platform for 子ども食堂応援, unless told otherwise. */
export async function aRevenueStream(council: ACouncil, kind: RevenueStreamKind, change: Record<string, unknown> = {}): Promise<RevenueStreamId> {
  const year = council.fiscalYear
  const ofKind = {
    vending_machine: { name: '市役所ロビー', fundingSourceId: council.source('事業収入'), startsOn: `${year}-05-10`, expectedYen: 4_000 },
    sponsorship: { name: '福祉まつりの協賛', fundingSourceId: council.source('寄附金'), supporterId: kind === 'sponsorship' ? await aCompany(council) : null, display: 'named' },
    crowdfunding: {
      name: '子ども食堂を広げる', fundingSourceId: council.source('寄附金'), fundId: council.fund('子ども食堂応援'), feeAccountId: council.account('支払手数料'), expectedYen: 1_000_000,
    },
  }[kind]
  const details = revenueStreamDetailsSchema.parse({ kind, code: '1', ...ofKind, ...change })
  const saved = await done(saveGroundItem(council.deps, council.actors.accountant, { table: revenueStreamTable, id: null, revision: null, details }))
  return id(saved.id)
}

/** 4,200 yen into 普通預金 on 10 October, under an id of its own unless told otherwise. */
export function aRevenueReceipt(council: ACouncil, { streamId, ...change }: { streamId: RevenueStreamId } & Partial<ReceiveRevenueInput>): ReceiveRevenueInput {
  return receiveRevenueSchema.parse({
    receiptId: council.deps.newId(), streamId, receivedOn: `${council.fiscalYear}-10-10`, grossYen: 4_200, feeYen: 0, cashAccountId: council.account('普通預金'), ...change,
  })
}
