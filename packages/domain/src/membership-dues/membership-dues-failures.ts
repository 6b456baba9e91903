/** What can keep 社協会費 from being set up, each with the sentence that says what to do. */
export const membershipDuesFailures = {
  dues_terms_settled: () =>
    '納入のお願いを確定したか、この年度の納入があるため、単位と金額は変えられません。変えたい納入先は「納入のお願い」で1件ずつ直してください。',
  dues_terms_in_use: () => '納入のお願いか納入があるため、この年度の条件は取り消せません。',
  dues_terms_missing: () => 'この年度の条件がまだありません。先に条件を決めてから、もう一度お試しください。',
  dues_terms_nothing_to_copy: (about?: string) => `${about ?? '引き継ぐ元の年度'}には条件がありません。別の年度から引き継いでください。`,
  share_back_paid: () => 'この年度の還元金はすでに支払われているため、還元率は変えられません。',
  share_back_expense_unusable: () => '支出の科目が使えません。使用中の支出の科目を選んでください。',
  share_back_cash_unusable: () => '支払う口座の科目が使えません。使用中の資産の科目を選んでください。',
} as const
