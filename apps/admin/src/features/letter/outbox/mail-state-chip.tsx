import { type MailState, mailStateNames } from '@sasaeai/domain/letter/outbox/mail-state'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'

const tones: Record<MailState, ChipTone> = { waiting: 'accent', sending: 'accent', sent: 'success', failed: 'error', cancelled: 'neutral' }

export function MailStateChip({ state }: { state: MailState }) {
  return <StatusChip tone={tones[state]}>{mailStateNames[state]}</StatusChip>
}
