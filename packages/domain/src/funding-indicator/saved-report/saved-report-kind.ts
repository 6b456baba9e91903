/** Which reports can be saved with their figures. */
export const savedReportKinds = ['funding_dashboard', 'board_pack', 'donation_year'] as const
export type SavedReportKind = (typeof savedReportKinds)[number]

export const savedReportKindNames: Record<SavedReportKind, string> = {
  funding_dashboard: '財源ダッシュボード',
  board_pack: '理事会資料',
  donation_year: '寄附の年次報告',
}
