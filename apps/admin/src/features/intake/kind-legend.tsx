import { Button } from '@sasaeai/ui/button'
import { classList } from '@sasaeai/ui/class-list'
import type { FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import type { LineKind } from '@sasaeai/domain/intake/line-kind'

/** What bundles hold; money of other kinds seldom comes across the desk. */
const bundled: ReadonlySet<FundingCategory> = new Set<FundingCategory>([
  'membership_dues',
  'community_chest',
  'year_end_mutual_aid',
  'donation',
])

/** The codes that are typed all day, always in sight; the rest behind one press. */
export function KindLegend({ kinds, onHelp }: { kinds: readonly LineKind[]; onHelp: () => void }) {
  const daily = kinds.filter((kind) => kind.code.length === 1 && bundled.has(kind.category))
  const others = kinds.filter((kind) => !daily.includes(kind))
  return (
    <div className="my-3 flex flex-wrap items-start gap-x-4 gap-y-1 text-[0.8125rem] leading-150 text-ink-sub">
      <span className="font-bold">種類の番号</span>
      <ul className="contents">
        {daily.map((kind) => (
          <KindName key={kind.code} kind={kind} />
        ))}
      </ul>
      <details className="min-w-0 open:basis-full open:order-last">
        <summary className="cursor-pointer rounded-4 text-accent">ほかの種類</summary>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-1">
          {others.map((kind) => (
            <KindName key={kind.code} kind={kind} />
          ))}
        </ul>
      </details>
      <Button variant="quiet" size="small" className="-my-1.5 ml-auto" onClick={onHelp} aria-keyshortcuts="F1">
        キー操作（F1）
      </Button>
    </div>
  )
}

function KindName({ kind }: { kind: LineKind }) {
  return (
    <li className="flex items-baseline gap-1.5 whitespace-nowrap">
      <kbd
        className={classList(
          'figures rounded-4 border border-line bg-surface-sub px-1.5',
          'font-sans text-[0.8125rem] leading-140 font-bold text-ink',
        )}
      >
        {kind.code}
      </kbd>
      {kind.name}
    </li>
  )
}
