import { fiscalYearOf } from '../calendar/fiscal-year.ts'
import { formatFiscalYear } from '../calendar/japanese-era.ts'
import { type Contribution, duesYearOf } from './contribution.ts'
import type { GroundData } from './ground-data.ts'

/** 摘要: what the money is and where it came from, as a person would say it: 「社協会費 一般会費 日吉一自治会」. */
export function describeContribution(contribution: Contribution, ground: GroundData): string {
  const campaign = contribution.campaignId === undefined ? undefined : ground.campaigns.get(contribution.campaignId)
  const names = [
    campaign?.name ?? ground.sources.get(contribution.fundingSourceId)?.name,
    contribution.duesKindId === undefined ? undefined : ground.duesKinds.get(contribution.duesKindId)?.name,
    lateDuesYear(contribution),
    contribution.collectionMethodId === undefined ? undefined : ground.methods.get(contribution.collectionMethodId)?.name,
    contribution.fundId === undefined ? undefined : ground.funds.get(contribution.fundId)?.name,
    contribution.areaId === undefined ? undefined : ground.areas.get(contribution.areaId)?.name,
    contribution.note,
  ]
  return names.filter((name) => name !== undefined && name !== '').join(' ')
}

/** Said only where it is not what the date says already: 「令和7年度分」. */
function lateDuesYear(contribution: Contribution): string | undefined {
  const year = duesYearOf(contribution)
  return year === undefined || year === fiscalYearOf(contribution.entryDate) ? undefined : `${formatFiscalYear(year)}分`
}

/** The note that a clerk added to the 摘要, or nothing when the names before it have changed since. */
export function noteInDescription(description: string, contribution: Contribution, ground: GroundData): string {
  const names = describeContribution({ ...contribution, note: '' }, ground)
  return description.startsWith(`${names} `) ? description.slice(names.length + 1) : ''
}
