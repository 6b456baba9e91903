import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { figureFilter } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { entriesHref } from '../../app/entries-href.ts'
import { CustodyHelp, SameDayHelp } from './funding-help.tsx'

const kinds = [
  { holding: 'own', label: '収入の受入額', help: undefined },
  { holding: 'custody', label: '募金の受入額（預り金）', help: <CustodyHelp /> },
] as const

/** 今年度の受入額と前年同日比: the council's own income, and apart from it what is held for the 共同募金会. */
export function HeadlineFigures({ dashboard }: { dashboard: FundingDashboard }) {
  const { cut, sources } = dashboard
  return (
    <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-[3fr_2fr_3fr_2fr] print:grid-cols-[3fr_2fr_3fr_2fr] print:gap-4">
      {kinds.flatMap(({ holding, label, help }) => {
        const held = sources.filter((source) => source.holding === holding)
        const [now, last] = [sumYen(held.map((source) => source.thisYen)), sumYen(held.map((source) => source.lastYen))]
        return [
          <StatFigure
            key={holding}
            label={label}
            help={help}
            value={formatYenDelta(now)}
            unit="円"
            href={entriesHref(figureFilter(cut, 'this', { holding }))}
            note={`${formatLocalDateShort(cut.asOf)} まで`}
          />,
          <StatFigure
            key={`${holding}-last`}
            label="前年同日比"
            help={<SameDayHelp />}
            value={formatYearOnYear(now, last)}
            href={entriesHref(figureFilter(cut, 'last', { holding }))}
            note={`前年同日（${formatLocalDateShort(cut.lastAsOf)}）${formatYenDelta(last)}円`}
          />,
        ]
      })}
    </div>
  )
}
