import { type FiscalYear, fiscalYear, fiscalYearOf, sameDayOfFiscalYear } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { CampaignId } from '../../ids.ts'
import type { PostingMoment } from '../../ledger/posting-moment.ts'
import type { Yen } from '../../money/yen.ts'
import type { DriveKind, SummedDrive } from '../campaign/drive-kind.ts'

/** A campaign as results know it. */
export interface ResultCampaign {
  readonly campaignId: CampaignId
  readonly fiscalYear: FiscalYear
  readonly code: string
  readonly name: string
  readonly drive: DriveKind
  readonly opensOn: LocalDate
  readonly closesOn: LocalDate
  /** 目標額 as it was fixed; null until it is. */
  readonly goalYen: Yen | null
}

export interface ResultScope {
  readonly fiscalYear: FiscalYear
  readonly drive?: SummedDrive | undefined
  readonly campaignId?: CampaignId | undefined
  /** As the books stood at this moment, if it is not now. */
  readonly postedUntil?: PostingMoment | undefined
}

/**
 * The campaigns of a year that a result adds up. その他 is in none but its own: the sum of all drives leaves it out.
 * The year may be another than the one asked for, for comparison.
 */
export function campaignsInScope(
  campaigns: readonly ResultCampaign[],
  { drive, campaignId }: ResultScope,
  year: FiscalYear,
): ResultCampaign[] {
  const ofYear = campaigns.filter((campaign) => campaign.fiscalYear === year)
  if (campaignId !== undefined) {
    const chosen = campaigns.find((campaign) => campaign.campaignId === campaignId)
    const counterpart = chosen === undefined ? undefined : counterpartIn(ofYear, chosen)
    return counterpart === undefined ? [] : [counterpart]
  }
  return ofYear.filter((campaign) => (drive === undefined ? campaign.drive !== 'other' : campaign.drive === drive))
}

/** The scope with the campaign of its own year: an address may still name that of another year. */
export function scopeInYear(campaigns: readonly ResultCampaign[], scope: ResultScope): ResultScope {
  if (scope.campaignId === undefined) return scope
  const [own] = campaignsInScope(campaigns, scope, scope.fiscalYear)
  return own === undefined ? scope : { ...scope, campaignId: own.campaignId }
}

/** 前年の運動: of the same drive and code; where no code fits, the only one of that drive. */
function counterpartIn(ofYear: readonly ResultCampaign[], chosen: ResultCampaign): ResultCampaign | undefined {
  const ofDrive = ofYear.filter(({ drive }) => drive === chosen.drive)
  const sameCode = ofDrive.find(({ code }) => code === chosen.code)
  // Of その他 every campaign is another body's, so only the code says which is which.
  return sameCode ?? (ofDrive.length === 1 && chosen.drive !== 'other' ? ofDrive[0] : undefined)
}

/** A year of a comparison with the day up to which it counts, that day included. */
export interface ResultCut {
  readonly fiscalYear: FiscalYear
  readonly until: LocalDate
}

/**
 * So many years, the one asked for first, each to the same day. The day may lie after March 31: money of a drive that
 * came late counts then, and that of earlier years beside it.
 */
export function resultCuts(asked: { fiscalYear: FiscalYear; until?: LocalDate | undefined; years: number }, today: LocalDate): ResultCut[] {
  const until = asked.until ?? today
  return Array.from({ length: asked.years }, (_, back) => ({
    fiscalYear: fiscalYear(asked.fiscalYear - back),
    until: back === 0 ? until : sameDayOfFiscalYear(until, fiscalYear(fiscalYearOf(until) - back)),
  }))
}
