import type { OnlineRefundId } from '@sasaeai/domain/ids'
import type { OnlineRefundState } from '@sasaeai/domain/online-giving/refund/online-refund-state'
import { type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { answerCall } from '../call/answer-call.ts'

/** A refund that is written down, and the key that the gateway is asked for it with; null where nobody is to be asked yet. */
export interface SentRefund {
  readonly refundId: OnlineRefundId
  readonly callId: string | null
}

/** Asks the gateway for a refund that is written down. One that does not answer now is asked again by the worker. */
export async function sendRefund(
  deps: Deps,
  { callId }: { readonly refundId: OnlineRefundId; readonly callId: string },
): Promise<Outcome<{ state: OnlineRefundState }, 'gateway_refused'>> {
  const answer = await answerCall(deps, callId)
  if (answer.ok || answer.code === 'gateway_unreachable') return succeed({ state: 'sent' })
  return { ...answer, code: 'gateway_refused' }
}
