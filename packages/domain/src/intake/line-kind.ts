import { type FiscalYear, fiscalYear } from '../calendar/fiscal-year.ts'
import { formatFiscalYear } from '../calendar/japanese-era.ts'
import type { CampaignId, DuesKindId, FundId, FundingSourceId } from '../ids.ts'
import { drivesOf, type FundingCategory } from '../ledger/funding-category.ts'
import type { GroundData, GroundSource } from '../ledger/ground-data.ts'
import { normalizeForSearch } from '../text/search-text.ts'

/** 種類: what one code on the ten-key stands for: a funding source with the campaign, dues kind or fund it goes to. */
export interface LineKind {
  /** The shortest code that means it. */
  readonly code: string
  /** Everything that may be typed for it, the shortest first. */
  readonly codes: readonly string[]
  readonly name: string
  readonly category: FundingCategory
  readonly fundingSourceId: FundingSourceId
  readonly campaignId?: CampaignId
  readonly duesKindId?: DuesKindId
  readonly duesYear?: FiscalYear
  readonly fundId?: FundId
}

/**
 * The kinds that money can be taken in as in a fiscal year, from the council's own codes: a source by its code
 * without the closing zeros (1 for 10 社協会費), its details by the code behind it (12 for dues kind 2 of source 10).
 * The first dues kind and the year's own campaign need no second code. A campaign of another year that is still open
 * is asked for by its year (2-2025), never by a short code: late slips are rare and must be meant.
 */
export function lineKindsOf(ground: GroundData, year: FiscalYear): LineKind[] {
  const sources = [...ground.sources].filter(([, source]) => !source.isClosed)
  const shortCodes = shortCodesOf(sources.map(([, source]) => source.code))
  const taken = new Set([...shortCodes.keys(), ...shortCodes.values()])
  return sources.flatMap(([fundingSourceId, source]) => {
    const short = shortCodes.get(source.code) ?? source.code
    return detailsOf(source, { ground, year }).flatMap(({ subCode, isFirst, ...detail }) => {
      const own = isFirst ? [short, source.code] : []
      const further =
        subCode === ''
          ? []
          : [`${short}${subCode}`, `${short}-${trimDash(subCode)}`, `${source.code}-${trimDash(subCode)}`]
      const codes = [...new Set([...own, ...further.filter((code) => !taken.has(code))])]
      const code = codes[0]
      if (code === undefined) return []
      codes.forEach((each) => taken.add(each))
      return [{ code, codes, category: source.category, fundingSourceId, ...detail }]
    })
  })
}

/** The kind that a typed code or name stands for, or null. */
export function findLineKind(kinds: readonly LineKind[], text: string): LineKind | null {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[−‐ー]/g, '-')
  if (typed === '') return null
  const byCode = kinds.find((kind) => kind.codes.includes(typed))
  if (byCode !== undefined) return byCode
  const name = normalizeForSearch(text)
  const byName = kinds.filter((kind) => normalizeForSearch(kind.name) === name)
  return byName.length === 1 ? (byName[0] ?? null) : null
}

interface Detail {
  readonly subCode: string
  /** Whether the source's own code means this detail. */
  readonly isFirst: boolean
  readonly name: string
  readonly campaignId?: CampaignId
  readonly duesKindId?: DuesKindId
  readonly duesYear?: FiscalYear
  readonly fundId?: FundId
}

function detailsOf(source: GroundSource, { ground, year }: { ground: GroundData; year: FiscalYear }): Detail[] {
  if (drivesOf(source.category).length > 0) return campaignDetails(source, { ground, year })
  if (source.category === 'membership_dues') {
    return duesDetails(ground, year)
  }
  const itself: Detail = { subCode: '', isFirst: true, name: source.name }
  if (source.category !== 'donation') return [itself]
  const restricted = [...ground.funds]
    .filter(([, fund]) => !fund.isClosed)
    .map(([fundId, fund]) => ({ subCode: fund.code, isFirst: false, name: `${source.name}・${fund.name}`, fundId }))
  return [itself, ...restricted]
}

/** This year's dues by short codes, last year's by naming the year (1-2025, 12-2025): a slip that came after March. */
function duesDetails({ duesKinds }: GroundData, year: FiscalYear): Detail[] {
  const open = [...duesKinds].filter(([, kind]) => !kind.isClosed)
  const lastYear = fiscalYear(year - 1)
  return [
    ...open.map(([duesKindId, kind], index) => ({ subCode: kind.code, isFirst: index === 0, name: kind.name, duesKindId, duesYear: year })),
    ...open
      .filter(([, { terms }]) => terms.some((each) => each.fiscalYear === lastYear))
      .map(([duesKindId, kind], index) => ({
        subCode: index === 0 ? `-${lastYear}` : `${kind.code}-${lastYear}`,
        isFirst: false,
        name: `${kind.name}（${formatFiscalYear(lastYear)}分）`,
        duesKindId,
        duesYear: lastYear,
      })),
  ]
}

function campaignDetails(source: GroundSource, { ground, year }: { ground: GroundData; year: FiscalYear }): Detail[] {
  const drives = drivesOf(source.category)
  const open = [...ground.campaigns]
    .filter(([, campaign]) => !campaign.isClosed && drives.includes(campaign.drive))
    .sort(([, left], [, right]) => drives.indexOf(left.drive) - drives.indexOf(right.drive))
  const ofYear = open.filter(([, campaign]) => campaign.fiscalYear === year)
  const ofOtherYears = open.filter(([, campaign]) => campaign.fiscalYear !== year)
  return [
    ...ofYear.map(([campaignId, campaign], index) => ({
      subCode: campaign.code,
      isFirst: index === 0,
      name: campaign.name,
      campaignId,
    })),
    ...ofOtherYears.map(([campaignId, campaign]) => ({
      subCode: `-${campaign.fiscalYear}`,
      isFirst: false,
      name: `${campaign.name}（${formatFiscalYear(campaign.fiscalYear)}）`,
      campaignId,
    })),
  ]
}

/** Each code without its closing zeros, where that leaves something and leaves it to this source alone. */
function shortCodesOf(codes: readonly string[]): Map<string, string> {
  const shorten = (code: string) => code.replace(/0+$/, '')
  return new Map(
    codes.map((code) => {
      const short = shorten(code)
      const isOwn =
        short !== '' && codes.every((other) => other === code || (other !== short && shorten(other) !== short))
      return [code, isOwn ? short : code]
    }),
  )
}

function trimDash(subCode: string): string {
  return subCode.replace(/^-/, '')
}
