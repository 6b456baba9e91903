import type { OnlineGiftState } from '@sasaeai/domain/online-giving/event/gift-standing'
import { onlineGiftStateNames } from '@sasaeai/domain/online-giving/event/gift-standing'
import { type GatewayEventState, gatewayEventStateNames } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import { type OnlineDisputeState, onlineDisputeStateNames } from '@sasaeai/domain/online-giving/dispute/online-dispute-state'
import { type PayoutState, payoutStateNames } from '@sasaeai/domain/online-giving/payout/payout-state'
import { type RecurringGiftState, recurringGiftStateNames } from '@sasaeai/domain/online-giving/recurring/recurring-gift-input'
import { type OnlineRefundState, onlineRefundStateNames } from '@sasaeai/domain/online-giving/refund/online-refund-state'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'

const giftTones: Record<OnlineGiftState, ChipTone> = { started: 'neutral', awaiting: 'accent', expired: 'neutral', failed: 'error', paid: 'success' }
const recurringTones: Record<RecurringGiftState, ChipTone> = { active: 'success', paused: 'warning', past_due: 'error', ended: 'neutral' }
const refundTones: Record<OnlineRefundState, ChipTone> = { requested: 'warning', sent: 'accent', succeeded: 'success', failed: 'error', withdrawn: 'neutral' }
const disputeTones: Record<OnlineDisputeState, ChipTone> = { open: 'warning', won: 'success', lost: 'error' }
const payoutTones: Record<PayoutState, ChipTone> = { pending: 'accent', paid: 'success', failed: 'error' }
const eventTones: Record<GatewayEventState, ChipTone> = { quarantined: 'error', waiting: 'accent', applied: 'success', ignored: 'neutral' }

export function GiftStateChip({ state }: { state: OnlineGiftState }) {
  return <StatusChip tone={giftTones[state]}>{onlineGiftStateNames[state]}</StatusChip>
}

export function RecurringStateChip({ state }: { state: RecurringGiftState }) {
  return <StatusChip tone={recurringTones[state]}>{recurringGiftStateNames[state]}</StatusChip>
}

export function RefundStateChip({ state }: { state: OnlineRefundState }) {
  return <StatusChip tone={refundTones[state]}>{onlineRefundStateNames[state]}</StatusChip>
}

export function DisputeStateChip({ state }: { state: OnlineDisputeState }) {
  return <StatusChip tone={disputeTones[state]}>{`異議申立て：${onlineDisputeStateNames[state]}`}</StatusChip>
}

export function PayoutStateChip({ state }: { state: PayoutState }) {
  return <StatusChip tone={payoutTones[state]}>{payoutStateNames[state]}</StatusChip>
}

export function EventStateChip({ state }: { state: GatewayEventState }) {
  return <StatusChip tone={eventTones[state]}>{gatewayEventStateNames[state]}</StatusChip>
}
