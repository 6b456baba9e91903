import type { GiftPart } from '@sasaeai/domain/funding-indicator/donation-year/gift-part'
import type { CutSide } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { formatYenDelta, type Yen } from '@sasaeai/domain/money/yen'
import { figureLook } from '@sasaeai/ui/text-link'
import { AppLink } from '../../../app/app-link.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { FigureLink } from '../figure-link.tsx'

interface GiftFigureProps {
  readonly cut: FundingCut
  readonly side: CutSide
  readonly amountYen: Yen
  /** Whose figure it is, for those who hear links without their table. */
  readonly label: string
  /** Under which the list of 明細 adds up to the amount; null where no filter does. */
  readonly filter: PostingFilter | null
  /** Then the gifts of this line do. */
  readonly line: { readonly part: GiftPart; readonly key: string } | null
}

/** An amount of the yearly report that opens its entries, or its gifts. */
export function GiftFigure({ cut: { fiscalYear, asOf, postedUntil }, side, amountYen, label, filter, line }: GiftFigureProps) {
  const maySeeGifts = useMayDo('donation.read')
  const words = formatYenDelta(amountYen)
  if (amountYen === 0) return words
  if (filter !== null) return <FigureLink amountYen={amountYen} filter={filter} label={label} />
  if (line === null || !maySeeGifts) return words
  return (
    <AppLink to="/donation-year/gifts" search={{ year: fiscalYear, asOf, postedUntil, side, ...line }} aria-label={`${label} ${words}円の内訳`} className={figureLook}>
      {words}
    </AppLink>
  )
}
