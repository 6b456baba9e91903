import { householdBasisNames } from '../../area/household-basis.ts'
import { formatFiscalYear, formatLocalDate } from '../../calendar/japanese-era.ts'
import { postedUntilWords } from '../../ledger/posting-moment.ts'
import { formatYenDelta } from '../../money/yen.ts'
import { driveKindNames } from '../campaign/drive-kind.ts'
import { type CampaignResult, totalOfResult, yearAsked } from './campaign-result.ts'
import { nationalSharesSource } from './national-shares.ts'
import type { ResultCampaign, ResultScope } from './result-scope.ts'

/** What a result or a curve is of, as its title says it. */
export function scopeName({ drive, campaignId }: ResultScope, campaigns: readonly ResultCampaign[]): string {
  if (drive !== undefined) return driveKindNames[drive]
  const chosen = campaignId === undefined ? undefined : campaigns.find((campaign) => campaign.campaignId === campaignId)
  if (chosen !== undefined) return chosen.name
  return campaignId === undefined ? 'すべての運動' : '選んだ運動'
}

/** Until when a result counts, and against which day of the year before. */
export function resultPeriod({ years, scope: { postedUntil } }: Pick<CampaignResult, 'years' | 'scope'>): string {
  const [asked, before] = years
  if (asked === undefined) return ''
  const against = before === undefined ? '' : `（前年は${formatLocalDate(before.until)}まで）`
  return `${formatFiscalYear(asked.fiscalYear)}　${formatLocalDate(asked.until)}までの実績${against}${postedUntil === undefined ? '' : `　${postedUntilWords(postedUntil)}`}`
}

/** What stands below the tables on the page and on paper: what is in them, and how their figures are made. */
export function resultNotes(result: CampaignResult): string[] {
  const { scope, campaigns, rules, households } = result
  const others = campaigns.filter(({ drive }) => drive === 'other').map(({ name }) => name)
  const isOfOther = campaigns.some(({ campaignId, drive }) => drive === 'other' && campaignId === scope.campaignId)
  const asked = yearAsked(result)
  const { goalsByMethodYen, goalYen } = totalOfResult(result)
  return [
    ...(scope.campaignId === undefined && others.length > 0 ? [`その他の運動（${others.join('、')}）は、ほかの団体の運動なので含めていません。`] : []),
    ...(isOfOther ? ['その他の運動です。ほかの団体の運動なので、「すべての運動」には含めていません。'] : []),
    ...(asked.goalYen === null && asked.campaignIds.length > 1 ? ['目標額の決まっていない運動があるため、合計の目標額と達成率は「—」です。運動を選ぶと、その運動の達成率が出ます。'] : []),
    ...(goalsByMethodYen === null
      ? []
      : [`方法別の目標額の計は${formatYenDelta(goalsByMethodYen)}円で、運動の目標額${formatYenDelta(goalYen)}円と異なります。`]),
    `率は小数第${rules.decimals + 1}位を${rules.rounding === 'down' ? '切り捨て' : '四捨五入'}しています。前年のないものは「—」です。件数は世帯・回・件を合計しません。`,
    ...(households === null ? [] : [`世帯数は${householdBasisNames[households.basis]}（${formatLocalDate(households.asOf)}現在）。1世帯当たりは、戸別募金を世帯数で割り、円未満を切り捨てています。`]),
    nationalSharesSource,
  ]
}

/** Whether there is anything to print at all. */
export function isEmptyResult(result: CampaignResult): boolean {
  return yearAsked(result).campaignIds.length === 0 && result.years.every(({ methods }) => methods.length === 0)
}
