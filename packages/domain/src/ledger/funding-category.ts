import type { DriveKind } from '../community-chest/campaign/drive-kind.ts'

/** 財源の区分, in the order in which the council's papers print them. */
export const fundingCategories = [
  'membership_dues',
  'community_chest',
  'year_end_mutual_aid',
  'donation',
  'subsidy',
  'entrusted',
  'grant',
  'business',
  'other',
] as const
export type FundingCategory = (typeof fundingCategories)[number]

export const fundingCategoryNames: Record<FundingCategory, string> = {
  membership_dues: '社協会費',
  community_chest: '共同募金',
  year_end_mutual_aid: '歳末たすけあい',
  donation: '寄附金',
  subsidy: '補助金',
  entrusted: '受託金',
  grant: '助成金',
  business: '事業収入',
  other: 'その他',
}

/** The drives whose campaigns a category of money belongs to; empty where it belongs to no campaign. */
export function drivesOf(category: FundingCategory): readonly DriveKind[] {
  switch (category) {
    case 'community_chest':
      return ['red_feather', 'themed', 'other']
    case 'year_end_mutual_aid':
      return ['year_end_mutual_aid', 'other']
    case 'membership_dues':
    case 'donation':
    case 'subsidy':
    case 'entrusted':
    case 'grant':
    case 'business':
    case 'other':
      return []
  }
}
