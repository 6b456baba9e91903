import { attainmentOf } from '@sasaeai/domain/funding-indicator/attainment'
import { figureFilter } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import { formatAttainment } from '@sasaeai/domain/money/ratio'
import { formatYen } from '@sasaeai/domain/money/yen'
import { BarCell } from '@sasaeai/ui/bar-cell'
import { TextLink } from '@sasaeai/ui/text-link'
import { entriesHref } from '../../app/entries-href.ts'
import { AttainmentHelp } from './funding-help.tsx'

/** 目標達成率 of every source that has a target, and of all together. On paper the tables say it, without bars. */
export function AttainmentStrip({ dashboard: { cut, sources } }: { dashboard: FundingDashboard }) {
  const targeted = sources.flatMap(({ targetYen, ...source }) => (targetYen === null ? [] : [{ ...source, targetYen }]))
  const whole = attainmentOf(sources)
  if (whole === null) return null
  return (
    <section aria-labelledby="attainment" className="print-hidden">
      <h2 id="attainment" className="mb-2 flex flex-wrap items-center gap-x-1 text-[1.125rem] font-bold">
        目標達成率
        <AttainmentHelp />
        <span className="figures ml-auto text-[0.875rem] font-normal text-ink-sub">
          目標のある財源の合計 {formatAttainment(whole.actualYen, whole.targetYen)}
        </span>
      </h2>
      <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {targeted.map(({ sourceId, holding, name, thisYen, targetYen }) => (
          <li key={sourceId} className="min-w-0">
            <p className="flex items-baseline justify-between gap-2">
              <span className="truncate text-[0.9375rem]">{name}</span>
              <TextLink
                href={entriesHref(figureFilter(cut, 'this', { sourceId, holding }))}
                aria-label={`${name} 達成率 ${formatAttainment(thisYen, targetYen)}の内訳`}
                className="figures text-[1.125rem] font-bold text-ink decoration-solid-gray-420"
              >
                {formatAttainment(thisYen, targetYen)}
              </TextLink>
            </p>
            <BarCell share={targetYen === 0 ? 0 : thisYen / targetYen} isHatched={holding === 'custody'} />
            <p className="figures text-right text-[0.8125rem] text-ink-sub">目標 {formatYen(targetYen)}円</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
