/** 基礎数値: what indicators divide by. They are entered per fiscal year, or summed from chosen accounts, or both. */
export const yearFigures = ['fundraising_cost', 'community_welfare_cost', 'total_expense'] as const
export type YearFigure = (typeof yearFigures)[number]

export const yearFigureNames: Record<YearFigure, string> = {
  fundraising_cost: '募金・寄附集めの経費',
  community_welfare_cost: '地域福祉活動の経費',
  total_expense: '事業活動の支出',
}
