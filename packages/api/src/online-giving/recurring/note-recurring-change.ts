import type { Tx } from '@sasaeai/db/in-transaction'
import type { OnlineGiftId } from '@sasaeai/domain/ids'
import type { GatewayCallRequest } from '@sasaeai/domain/online-giving/call/gateway-call'
import type { Deps } from '../../deps.ts'

interface AnsweredChange {
  readonly giftId: OnlineGiftId
  readonly changeId: string
  readonly request: Extract<GatewayCallRequest, { kind: 'amount' | 'pause' | 'resume' | 'end' }>
}

const kindOfCall = { amount: 'amount', pause: 'paused', resume: 'resumed', end: 'ended' } as const
const stateAfter = { pause: 'paused', resume: 'active', end: 'ended' } as const

/**
 * The gateway has changed a monthly gift as it was asked to: it is changed here at once, and who asked stands in its history.
 * What the gateway tells of it later changes nothing more.
 */
export async function noteRecurringChange({ deps, tx }: { deps: Deps; tx: Tx }, { giftId, changeId, request }: AnsweredChange): Promise<void> {
  const now = deps.now()
  const before = await tx.recurringGift.findUniqueOrThrow({ where: { giftId } })
  const isStaff = request.by !== 'giver'
  await tx.recurringChange.createMany({
    data: [{
      id: changeId, giftId, kind: kindOfCall[request.kind], changedAt: now,
      beforeYen: before.amountYen, afterYen: request.kind === 'amount' ? request.amountYen : before.amountYen,
      by: isStaff ? 'staff' : 'giver', changedById: isStaff ? request.by : null,
    }],
    skipDuplicates: true,
  })
  // What has ended stays so, whatever was asked for before.
  await tx.recurringGift.updateMany({
    where: { giftId, state: { not: 'ended' } },
    data: request.kind === 'amount'
      ? { amountYen: request.amountYen }
      : { state: stateAfter[request.kind], ...(request.kind === 'end' ? { endedAt: now, nextOn: null } : {}) },
  })
}
