import type { Tx } from '@sasaeai/db/in-transaction'
import type { OnlineGiftId, PaymentAccountId } from '@sasaeai/domain/ids'
import type { GatewayCallRequest } from '@sasaeai/domain/online-giving/call/gateway-call'
import type { Deps } from '../../deps.ts'

interface WantedCall {
  readonly paymentAccountId: PaymentAccountId
  readonly giftId: OnlineGiftId
  /** The refund or the change that it is for. */
  readonly subjectId: string
  readonly request: GatewayCallRequest
}

/**
 * Writes down what the gateway is to be asked, with the key that it is asked with; `answerCall` asks once this is committed.
 * @returns the key.
 */
export async function wantCall({ deps, tx }: { deps: Deps; tx: Tx }, { paymentAccountId, giftId, subjectId, request }: WantedCall): Promise<string> {
  const callId = deps.newId()
  const now = deps.now()
  await tx.gatewayCall.create({ data: { id: callId, paymentAccountId, kind: request.kind, giftId, subjectId, request, wantedAt: now, dueAt: now } })
  return callId
}
