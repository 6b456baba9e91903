import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { HelpTip } from '@sasaeai/ui/help-tip'

/** Of which time the figures are. */
export function periodOf({ fiscalYear, asOf, lastAsOf, postedUntil }: FundingCut): string {
  const moment = postedUntil === undefined ? '' : `　${postedUntilWords(postedUntil)}`
  return `${formatFiscalYear(fiscalYear)}　${formatLocalDate(asOf)}まで（前年同日は${formatLocalDate(lastAsOf)}まで）${moment}`
}

/** 年度末の見込み in two sentences. */
export function ForecastHelp() {
  return (
    <HelpTip term="年度末の見込み">
      今年度の基準日までの金額 ×（直近5年度までの年間合計 ÷ 同じ年度の同日までの合計）です。幅は、年度ごとに計算したときの最小と最大です。使える年度が2つに満たないときは「—」とします。
    </HelpTip>
  )
}

/** 世帯数による・1世帯当たりによる in two sentences. */
export function SplitHelp() {
  return (
    <HelpTip term="数による増減と、1つ当たりによる増減">
      「数による」は、増えた（減った）数 × 前年の1つ当たりの金額です。残りが「1つ当たりによる」で、2つを足すと増減の金額にちょうど一致します。
    </HelpTip>
  )
}

/** LYBUNT in two sentences. */
export function RetentionHelp() {
  return (
    <HelpTip term="寄附の継続率">
      前年度に寄附した人のうち、今年度も寄附した人の割合です。名前の分かる寄附者だけを数え、名寄せした人は1人と数えます。取り消した寄附は含みません。
    </HelpTip>
  )
}
