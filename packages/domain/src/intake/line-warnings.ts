import type { AreaId, CampaignId, FundingSourceId } from '../ids.ts'
import { warningsOfContribution } from '../ledger/contribution.ts'
import { duesTermsOfYear } from '../membership-dues/terms/dues-terms-of-year.ts'
import { formatYen, yen, type Yen } from '../money/yen.ts'
import type { IntakeContext } from './intake-context.ts'
import type { LineReading, LineRemark } from './read-intake-line.ts'
import { paidDuesWarnings } from './supporter-dues-warnings.ts'

/** Money that is in the books already on the day of the batch, for spotting a slip that came twice. */
export interface BookedMoney {
  readonly areaId: AreaId | null
  readonly fundingSourceId: FundingSourceId
  readonly campaignId: CampaignId | null
  readonly amountYen: Yen
  readonly entryNumber: number
}

/**
 * What is unusual about a line and worth a second look. None of it keeps the line from being posted: people pay
 * twice, move in mid-year and give what they like, and the office knows better than the program.
 */
export function warningsOfLine(reading: LineReading, context: IntakeContext): LineRemark[] {
  if (reading.isBlank) return []
  return [
    ...householdWarnings(reading, context),
    ...suggestedAmountWarning(reading, context),
    ...supporterWarning(reading),
    ...paidDuesWarnings(reading, context.ground),
    ...campaignWarning(reading, context),
  ]
}

/** Lines that say the same as an earlier one of the batch, or as money booked the same day, by their place. */
export function duplicateWarnings(
  readings: readonly LineReading[],
  booked: readonly BookedMoney[],
): ReadonlyMap<number, LineRemark> {
  const firstPlaces = new Map<string, number>()
  const bookedByMoney = new Map(booked.map((money) => [moneyKey(money), money.entryNumber]))
  const warnings = new Map<number, LineRemark>()
  readings.forEach((reading, place) => {
    const { contribution } = reading
    if (contribution === null || contribution.areaId === undefined) return
    const money = { ...contribution, areaId: contribution.areaId, campaignId: contribution.campaignId ?? null }
    const ownKey = `${moneyKey(money)}|${contribution.duesKindId ?? ''}|${contribution.supporterId ?? ''}`
    const earlier = firstPlaces.get(ownKey)
    const entryNumber = bookedByMoney.get(moneyKey(money))
    if (earlier !== undefined) warnings.set(place, twice(`${earlier + 1}行目と同じ地域・種類・金額です`))
    else if (entryNumber !== undefined)
      warnings.set(place, twice(`同じ日の伝票${entryNumber}と同じ地域・財源・金額です`))
    if (earlier === undefined) firstPlaces.set(ownKey, place)
  })
  return warnings
}

function twice(what: string): LineRemark {
  return { column: 'amount', message: `${what}。二重でないか確かめてください。` }
}

function moneyKey(money: Omit<BookedMoney, 'entryNumber'>): string {
  return [money.areaId ?? '', money.fundingSourceId, money.campaignId ?? '', money.amountYen].join('|')
}

function householdWarnings(reading: LineReading, { households }: IntakeContext): LineRemark[] {
  const { householdsAsked, householdsPaid, areaId } = reading
  if (householdsPaid === null) {
    return reading.contribution?.count === 0
      ? [{ column: 'householdsPaid', message: '納入世帯が空です。世帯数には数えられません。' }]
      : []
  }
  const countsHouseholds = reading.method === null || reading.method.countMeaning === 'households'
  if (!countsHouseholds) return []
  const ofArea = areaId === null ? undefined : households.get(areaId)
  return [
    ...(householdsAsked !== null && householdsPaid > householdsAsked
      ? [{ column: 'householdsPaid', message: `納入が依頼の${householdsAsked}世帯より多くなっています。` } as const]
      : []),
    ...(ofArea !== undefined && householdsPaid > ofArea
      ? [{ column: 'householdsPaid', message: `納入がこの地域の${ofArea}世帯より多くなっています。` } as const]
      : []),
  ]
}

/** Less than half or more than double of what the 目安 would come to: rather a slip of the finger than a custom. */
function suggestedAmountWarning(reading: LineReading, { ground }: IntakeContext): LineRemark[] {
  const { amountYen, kind, units, householdsPaid } = reading
  const unitYen = suggestedUnitOf(kind, ground)
  const many = units ?? householdsPaid
  if (amountYen === null || unitYen === null || many === null || many === 0) return []
  const suggestedYen = yen(unitYen * many)
  if (amountYen * 2 >= suggestedYen && amountYen <= suggestedYen * 2) return []
  const message = `目安の${formatYen(suggestedYen)}円（${formatYen(unitYen)}円×${many}）と大きく違います。桁を確かめてください。`
  return [{ column: 'amount', message }]
}

function suggestedUnitOf(kind: LineReading['kind'], ground: IntakeContext['ground']): Yen | null {
  if (kind?.duesKindId === undefined || kind.duesYear === undefined) return null
  const terms = duesTermsOfYear(ground, kind.duesKindId, kind.duesYear)
  return terms === null || terms.unit === 'free' ? null : terms.unitYen
}

function supporterWarning({ supporter }: LineReading): LineRemark[] {
  return supporter?.isClosed === true
    ? [{ column: 'supporter', message: `${supporter.name}は使用終了の支援者です。` }]
    : []
}

function campaignWarning({ contribution }: LineReading, { ground }: IntakeContext): LineRemark[] {
  if (contribution === null) return []
  return warningsOfContribution(contribution, ground).map((warning) => {
    switch (warning) {
      case 'campaign_of_other_year':
        return {
          column: 'kind',
          message: '受入日と違う年度の運動です。遅れて届いた募金でなければ直してください。',
        } as const
      case 'dues_of_other_year':
        return {
          column: 'kind',
          message: '受入日と違う年度の会費です。遅れて届いた納入でなければ直してください。',
        } as const
    }
  })
}
