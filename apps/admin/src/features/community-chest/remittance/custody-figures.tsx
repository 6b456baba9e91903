import { formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import type { CampaignCustody } from './custody-page.tsx'

interface CustodyFiguresProps {
  readonly campaigns: readonly CampaignCustody[]
  /** The entries behind the figures, where one address can name them. */
  readonly hrefs?: { readonly held?: string; readonly collected?: string }
}

/** The sums of some drives; another body's drives are in none of them, though a single one of them is shown. */
export function CustodyFigures({ campaigns, hrefs = {} }: CustodyFiguresProps) {
  const own = campaigns.length === 1 ? campaigns : campaigns.filter(({ drive }) => drive !== 'other')
  const sum = (amount: (custody: CampaignCustody) => CampaignCustody['heldYen']) => formatYenDelta(sumYen(own.map(amount)))
  const apart = own.length === campaigns.length ? undefined : 'ほかの団体の運動は含めません'
  return (
    <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4 print:gap-4">
      <StatFigure label="預り残高" value={sum((each) => each.heldYen)} unit="円" href={hrefs.held} note={apart ?? '受入額から送金と直接支払を引いた額'} />
      <StatFigure label="受入額" value={sum((each) => each.collectedYen)} unit="円" href={hrefs.collected} note="集まった募金。送金しても変わりません" />
      <StatFigure label="送金額" value={sum((each) => each.remittedYen)} unit="円" note="取り消した送金を除いた額" />
      <StatFigure label="直接支払額" value={sum((each) => each.paidDirectlyYen)} unit="円" note="見舞金・助成など、送金のほかに渡した額" />
    </div>
  )
}
