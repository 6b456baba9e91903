import { type CampaignResult, changeYen, totalOfResult, yearAsked } from '@sasaeai/domain/community-chest/result/campaign-result'
import { printedRate } from '@sasaeai/domain/community-chest/result/printed-rate'
import { areaRows, householdsOfRows, sumOfAreas, yenPerHousehold } from '@sasaeai/domain/community-chest/result/result-areas'
import { resultYearFilter } from '@sasaeai/domain/community-chest/result/result-figure-filter'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { entriesHref } from '../../../app/entries-href.ts'

/** What a person asks first: how much, against the goal and against last year, and how much of it from door to door. */
export function ResultHeadline({ result }: { result: CampaignResult }) {
  const { rules, scope, years } = result
  const [asked, total] = [yearAsked(result), totalOfResult(result)]
  const rows = areaRows(result)
  const whole = sumOfAreas(rows)
  const households = householdsOfRows(rows)
  const perHousehold = yenPerHousehold({ householdYen: whole.householdYen, households })
  const lastDay = years[1]?.until
  return (
    <div className="grid grid-cols-2 gap-6 max-sm:gap-3 xl:grid-cols-4 print:grid-cols-4 print:gap-4">
      <StatFigure
        label="実績額"
        value={formatYenDelta(total.collectedYen)}
        unit="円"
        href={entriesHref(resultYearFilter(scope, asked))}
        deltas={[{ label: '前年同日より', value: `${formatYenDelta(changeYen(total))}円` }]}
        note={`${formatLocalDateShort(asked.until)}まで`}
      />
      <StatFigure
        label="達成率"
        value={printedRate(total.collectedYen, total.goalYen, rules)}
        note={total.goalYen === 0 ? '目標額の決まっていない運動があります' : `目標額 ${formatYenDelta(total.goalYen)}円`}
      />
      <StatFigure
        label="前年同日比"
        value={printedRate(total.collectedYen, total.lastYen, rules)}
        note={`前年 ${formatYenDelta(total.lastYen)}円${lastDay === undefined ? '' : `（${formatLocalDateShort(lastDay)}まで）`}`}
      />
      <StatFigure
        label="1世帯当たり（戸別）"
        value={perHousehold === null ? '—' : formatYenDelta(perHousehold)}
        {...(perHousehold === null ? {} : { unit: '円' })}
        note={
          households === null
            ? '世帯数が登録されていません'
            : `戸別 ${formatYenDelta(whole.householdYen)}円 ÷ ${groupDigits(households)}世帯、戸別比率 ${printedRate(whole.householdYen, total.collectedYen, rules)}`
        }
      />
    </div>
  )
}
