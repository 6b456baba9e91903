import type { NationalMethodCategory } from '../method/collection-method-kind.ts'

/** Where the national shares come from, as pages and papers name it. */
export const nationalSharesSource = '全国の構成比は令和5年度（厚生労働省 社会保障審議会福祉部会 第30回資料3）。イベント募金は「その他」に含まれます。'

/**
 * 全国の構成比 of 共同募金 by method, R5, in tenths of a percent, as it was printed. What was collected at events is part
 * of その他 there, so it has none of its own.
 */
const permille: Record<NationalMethodCategory, number | null> = {
  household: 707,
  corporate: 109,
  workplace: 43,
  street: 16,
  school: 14,
  event: null,
  other: 111,
}

/** The national share of a method's category; "—" where the statistics have none. */
export function nationalShare(category: NationalMethodCategory | null): string {
  const share = category === null ? null : permille[category]
  return share === null ? '—' : `${(share / 10).toFixed(1)}%`
}
