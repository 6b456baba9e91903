import { saveAllocation } from '@sasaeai/api/community-chest/allocation/save-allocation'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type AllocationDetails, allocationDetailsSchema } from '@sasaeai/domain/community-chest/allocation/allocation-input'
import { type ReceiveAllocationInput, receiveAllocationSchema } from '@sasaeai/domain/community-chest/allocation/receive-allocation-input'
import type { AllocationId } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'

/** 地域福祉活動配分金 of last year's 赤い羽根, decided for a million yen, unless told otherwise. */
export function allocationDetails(council: ACouncil, change: Partial<AllocationDetails> = {}): AllocationDetails {
  return allocationDetailsSchema.parse({
    fiscalYear: council.fiscalYear, name: '地域福祉活動配分金', sourceYear: council.fiscalYear - 1, drive: 'red_feather', label: 'A枠',
    fundingSourceId: council.source('一般募金配分金'), decidedOn: localDate(`${council.fiscalYear}-04-01`), decidedYen: 1_000_000, ...change,
  })
}

/** Decides such an allocation. @throws Error with the code of the refusal. */
export async function anAllocation(council: ACouncil, change: Partial<AllocationDetails> = {}): Promise<AllocationId> {
  const saved = await saveAllocation(council.deps, council.actors.accountant, { change: null, details: allocationDetails(council, change) })
  if (!saved.ok) throw new Error(saved.code)
  return saved.value.allocationId
}

/** The whole of it into 普通預金 on 28 April, under an id of its own, unless told otherwise. */
export function anAllocationReceipt(
  council: ACouncil,
  { allocationId, ...change }: { allocationId: AllocationId } & Partial<ReceiveAllocationInput>,
): ReceiveAllocationInput {
  return receiveAllocationSchema.parse({
    receiptId: council.deps.newId(), allocationId, receivedOn: localDate(`${council.fiscalYear}-04-28`), amountYen: 1_000_000,
    cashAccountId: council.account('普通預金'), ...change,
  })
}
