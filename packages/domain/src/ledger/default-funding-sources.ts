import type { FundingCategory } from './funding-category.ts'

/** A funding source as a new council finds it, with the code of the account (default-chart) that it is credited to. */
export interface DefaultFundingSource {
  readonly code: string
  readonly name: string
  readonly category: FundingCategory
  readonly accountCode: string
}

/**
 * 財源 to start with. Money of 共同募金 and 歳末 is held for the prefectural 共同募金会 and therefore credited to 預り金;
 * what comes back as 配分金 is booked as a subsidy, never as a gift.
 */
export const defaultFundingSources: readonly DefaultFundingSource[] = [
  { code: '10', name: '社協会費', category: 'membership_dues', accountCode: '4100' },
  { code: '20', name: '共同募金', category: 'community_chest', accountCode: '2210' },
  { code: '30', name: '歳末たすけあい', category: 'year_end_mutual_aid', accountCode: '2220' },
  { code: '40', name: '寄附金', category: 'donation', accountCode: '4200' },
  { code: '50', name: '市補助金', category: 'subsidy', accountCode: '4310' },
  { code: '51', name: '一般募金配分金', category: 'subsidy', accountCode: '4321' },
  { code: '52', name: '歳末たすけあい配分金', category: 'subsidy', accountCode: '4322' },
  { code: '60', name: '受託金', category: 'entrusted', accountCode: '4500' },
  { code: '70', name: '助成金', category: 'grant', accountCode: '4400' },
  { code: '80', name: '事業収入', category: 'business', accountCode: '4600' },
  { code: '90', name: '負担金', category: 'other', accountCode: '4700' },
  { code: '91', name: '受取利息配当金', category: 'other', accountCode: '4800' },
  { code: '99', name: 'その他', category: 'other', accountCode: '4900' },
]
