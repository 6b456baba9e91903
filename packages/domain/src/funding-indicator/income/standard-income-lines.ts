import type { FundingSourceId } from '../../ids.ts'
import { drivesOf, type FundingCategory } from '../../ledger/funding-category.ts'
import type { IncomeCategory } from './income-category.ts'

/** A 収入の区分 as a council finds it that has made none yet. */
export interface StandardIncomeLine {
  readonly code: string
  readonly name: string
  readonly category: IncomeCategory
  readonly displayOrder: number
  readonly sourceIds: readonly FundingSourceId[]
}

interface NamedSource {
  readonly id: FundingSourceId
  readonly name: string
  readonly category: FundingCategory
}

const lines: readonly Omit<StandardIncomeLine, 'displayOrder' | 'sourceIds'>[] = [
  { code: '10', name: '会費', category: 'membership_dues' },
  { code: '20', name: '共同募金配分金', category: 'allocation' },
  { code: '30', name: '寄附金', category: 'donation' },
  { code: '40', name: '市区町村補助金', category: 'subsidy' },
  { code: '41', name: '都道府県・県社協補助金', category: 'subsidy' },
  { code: '50', name: '受託金', category: 'entrusted' },
  { code: '51', name: '指定管理料', category: 'entrusted' },
  { code: '60', name: '助成金', category: 'grant' },
  { code: '70', name: '事業収入', category: 'business' },
  { code: '80', name: '介護保険サービス', category: 'care_service' },
  { code: '81', name: '障害福祉サービス', category: 'care_service' },
  { code: '82', name: '貸付事業', category: 'loan' },
  { code: '83', name: '利用料', category: 'usage_fee' },
  { code: '90', name: '負担金', category: 'contribution' },
  { code: '91', name: '受取利息', category: 'interest' },
  { code: '99', name: 'その他', category: 'other' },
]

/**
 * The lines that most councils print, each with the sources of the ledger that belong to it: every source of the
 * council's own money has one line, money held for others has none.
 */
export function standardIncomeLines(sources: readonly NamedSource[]): StandardIncomeLine[] {
  const first = (category: IncomeCategory) => lines.find((line) => line.category === category)
  return lines.map((line, place) => ({
    ...line,
    displayOrder: (place + 1) * 10,
    sourceIds: sources.flatMap((source) => (first(lineCategoryOf(source) ?? 'other') === line && isOwn(source) ? [source.id] : [])),
  }))
}

function isOwn({ category }: NamedSource): boolean {
  return drivesOf(category).length === 0
}

/** What comes back from 共同募金 is booked as a subsidy, and 負担金 and interest as others; their names tell them. */
function lineCategoryOf({ name, category }: NamedSource): IncomeCategory | null {
  if (category === 'subsidy') return name.includes('配分金') ? 'allocation' : 'subsidy'
  if (category === 'other') return categoryOfOther(name)
  return category === 'community_chest' || category === 'year_end_mutual_aid' ? null : category
}

function categoryOfOther(name: string): IncomeCategory {
  if (name.includes('負担金')) return 'contribution'
  if (/利息|配当/.test(name)) return 'interest'
  return name.includes('利用料') ? 'usage_fee' : 'other'
}
