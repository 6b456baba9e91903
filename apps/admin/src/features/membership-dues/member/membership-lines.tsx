import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { dayInYear, membershipStateOn } from '@sasaeai/domain/membership-dues/member/membership-state'
import { AppLink } from '../../../app/app-link.tsx'
import type { RouterOutput } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { MemberStateChip } from './member-state-chip.tsx'

type Membership = RouterOutput['membershipDues']['member']['ofSupporter'][number]

/** Memberships in one line each, with a way to their pages. */
export function MembershipLines({ memberships }: { readonly memberships: readonly Membership[] }) {
  const today = useToday()
  return (
    <ul className="flex flex-col divide-y divide-line-faint">
      {memberships.map((membership) => {
        const { membershipId, duesKindName, joinedOn, leftOn } = membership
        return (
          <li key={membershipId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <AppLink to="/dues/members/$membershipId" params={{ membershipId }} className="font-bold">{duesKindName}</AppLink>
            <span className="figures">{formatLocalDateShort(joinedOn)} から{leftOn === null ? '' : ` ${formatLocalDateShort(leftOn)} まで`}</span>
            <MemberStateChip state={membershipStateOn(membership, dayInYear(fiscalYearOf(today), today))} />
          </li>
        )
      })}
    </ul>
  )
}
