/** 整合性チェック: what is recomputed from the books, in the order in which it is reported. */
export const ledgerChecks = [
  'entries_balanced',
  'numbers_gapless',
  'dates_consistent',
  'reversals_mirror',
  'day_totals_kept',
  'month_totals_kept',
  'year_totals_kept',
  'drive_totals_kept',
  'goal_totals_kept',
  'gifts_kept',
  'giver_years_kept',
  'ground_history_kept',
  'intake_lines_booked',
  'intake_numbers_gapless',
  'receipt_numbers_gapless',
] as const
export type LedgerCheck = (typeof ledgerChecks)[number]

export interface LedgerCheckWords {
  readonly name: string
  /** What holds when the check finds nothing. */
  readonly holds: string
  /** What to do when it finds something. */
  readonly advice: string
}

const tamperedAdvice =
  '記帳の画面からは起こりません。データベースが直接書き換えられたおそれがあるため、操作を止め、保守担当に連絡してください。'

export const ledgerCheckWords: Record<LedgerCheck, LedgerCheckWords> = {
  entries_balanced: {
    name: '貸借の一致',
    holds: 'すべての仕訳で、借方の合計と貸方の合計が一致しています。',
    advice: tamperedAdvice,
  },
  numbers_gapless: {
    name: '伝票番号の連続',
    holds: '伝票番号は年度ごとに1番から欠番も重複もなく続き、採番の記録とも一致しています。',
    advice: tamperedAdvice,
  },
  dates_consistent: {
    name: '日付と年度',
    holds: 'すべての明細の日付と年度が、その仕訳の日付・年度と一致しています。',
    advice: tamperedAdvice,
  },
  reversals_mirror: {
    name: '取消の対応',
    holds: '取消仕訳はどれも、元の仕訳と同じ科目・財源・金額を反対にしたものです。',
    advice: tamperedAdvice,
  },
  day_totals_kept: {
    name: '日別集計',
    holds: '日別の集計は、明細から計算し直した結果と一致しています。',
    advice: '一覧や財源の数字が明細と合わないおそれがあります。数字を使う前に保守担当に連絡してください。',
  },
  month_totals_kept: {
    name: '月別集計',
    holds: '月別の集計は、明細から計算し直した結果と一致しています。',
    advice: '財源の数字が明細と合わないおそれがあります。数字を使う前に保守担当に連絡してください。',
  },
  year_totals_kept: {
    name: '年度集計',
    holds: '年度の集計は、明細から計算し直した結果と一致しています。',
    advice: '一覧や財源の数字が明細と合わないおそれがあります。数字を使う前に保守担当に連絡してください。',
  },
  drive_totals_kept: {
    name: '募金の日別集計',
    holds: '募金の方法ごとの日別の集計は、明細から計算し直した結果と一致しています。',
    advice: '募金実績の数字が明細と合わないおそれがあります。数字を使う前に保守担当に連絡してください。',
  },
  goal_totals_kept: {
    name: '目標額の集計',
    holds: '募金の目標額の地区別・方法別の集計は、目標額の明細から計算し直した結果と一致しています。',
    advice: '募金実績の達成率が目標額と合わないおそれがあります。数字を使う前に保守担当に連絡してください。',
  },
  gifts_kept: {
    name: '寄附の控え',
    holds: '寄附の一覧と集計に使う控えは、明細と寄附の内容から作り直した結果と一致しています。',
    advice: '寄附の一覧・集計・報告の数字が明細と合わないおそれがあります。数字を使う前に保守担当に連絡してください。',
  },
  giver_years_kept: {
    name: '寄附の年度の控え',
    holds: '寄附者ごとの寄附の年度と、その組み合わせごとの人数は、明細から作り直した結果と一致しています。',
    advice: '寄附の継続率などの数字が明細と合わないおそれがあります。数字を使う前に保守担当に連絡してください。',
  },
  ground_history_kept: {
    name: '以前の内容の控え',
    holds: '地域・世帯数・目標額・会員・名称などの以前の内容は途切れなく残り、最後の変更はいまの内容と一致しています。',
    advice: '過去の時点で見る報告が、当時の内容と合わないおそれがあります。過去の時点の数字を使う前に保守担当に連絡してください。',
  },
  intake_lines_booked: {
    name: '受付と仕訳',
    holds: '記帳済みの受付明細はどれも、同じ金額・同じ内容の仕訳になっています。',
    advice: tamperedAdvice,
  },
  intake_numbers_gapless: {
    name: '受付番号の連続',
    holds: '受付番号は年度ごとに1番から欠番も重複もなく続き、採番の記録とも一致しています。',
    advice: tamperedAdvice,
  },
  receipt_numbers_gapless: {
    name: '領収書番号の連続',
    holds: '領収書番号は年度ごとに1番から欠番も重複もなく続き、採番の記録とも一致しています。',
    advice: tamperedAdvice,
  },
}

/** What one check found. */
export interface LedgerCheckResult {
  readonly check: LedgerCheck
  /** How many things were looked at. */
  readonly examined: number
  /** How many of them are wrong; 0 is as it must be. */
  readonly faults: number
  /** Where the first of them are: 伝票番号 or day and account. */
  readonly examples: readonly string[]
}
