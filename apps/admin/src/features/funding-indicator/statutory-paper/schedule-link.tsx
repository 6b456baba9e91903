import { formatYenDelta, type Yen } from '@sasaeai/domain/money/yen'
import { figureLook } from '@sasaeai/ui/text-link'
import type { ComponentProps } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import type { ScheduledGiftSearch, ScheduledSubsidySearch } from './statutory-search.ts'

type ScheduleLinkProps = ({ readonly to: '/statutory-papers/gifts'; readonly search: ScheduledGiftSearch } | { readonly to: '/statutory-papers/subsidies'; readonly search: ScheduledSubsidySearch }) & {
  readonly amountYen: Yen
  /** Whose figure it is, for those who hear links without their table. */
  readonly label: string
}

/** An amount of a schedule that opens the entries behind it; nothing stands behind none. */
export function ScheduleLink({ amountYen, label, ...target }: ScheduleLinkProps) {
  const amount = formatYenDelta(amountYen)
  if (amountYen === 0) return amount
  const look: Pick<ComponentProps<typeof AppLink>, 'aria-label' | 'className'> = { 'aria-label': `${label} ${amount}円の内訳`, className: figureLook }
  return target.to === '/statutory-papers/gifts' ? <AppLink to={target.to} search={target.search} {...look}>{amount}</AppLink> : <AppLink to={target.to} search={target.search} {...look}>{amount}</AppLink>
}
