import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { formatYenDelta, type Yen } from '@sasaeai/domain/money/yen'
import { figureLook, TextLink } from '@sasaeai/ui/text-link'
import { entriesHref } from '../../app/entries-href.ts'

interface FigureLinkProps {
  readonly amountYen: Yen
  /** The filter under which the list of 明細 adds up to the amount. */
  readonly filter: PostingFilter
  /** Whose figure it is, for those who hear links without their table. */
  readonly label: string
}

/** An amount that opens the entries behind it. */
export function FigureLink({ amountYen, filter, label }: FigureLinkProps) {
  const amount = formatYenDelta(amountYen)
  return (
    <TextLink
      href={entriesHref(filter)}
      aria-label={`${label} ${amount}円の内訳`}
      className={figureLook}
    >
      {amount}
    </TextLink>
  )
}
