import { type MembershipState, membershipStateNames } from '@sasaeai/domain/membership-dues/member/membership-state'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'

const tones: Record<MembershipState, ChipTone> = {
  new: 'success',
  rejoined: 'success',
  continuing: 'neutral',
  left: 'warning',
  upcoming: 'accent',
}

/** 新規, 継続, 退会 … of a membership in the year in view; who left in an earlier year is simply 退会. */
export function MemberStateChip({ state }: { readonly state: MembershipState | null }) {
  const shown = state ?? 'left'
  return <StatusChip tone={tones[shown]}>{membershipStateNames[shown]}</StatusChip>
}
