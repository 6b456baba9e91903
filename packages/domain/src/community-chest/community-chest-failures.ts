/** What can keep campaigns and collection methods from being changed, closed or copied. */
export const communityChestFailures = {
  campaign_in_use: () =>
    'この運動には仕訳があるため、種類・年度・帳簿・預り金と現金預金の科目は変えられません。新しい運動を追加してください。',
  custody_account_unusable: () => '預り金の科目には、使用中の負債の科目を選んでください。見出しは選べません。',
  campaign_cash_unusable: () =>
    '支会の帳簿の運動では、入金先に支会の帳簿の現金預金を選んでください。社協の帳簿の運動では選びません。',
  campaigns_nothing_to_copy: (about?: string) => `${about ?? '前年度'}には運動がありません。「運動を追加する」で作ってください。`,
  campaign_holds_money: (about?: string) =>
    `${about ?? '預り金が残っています。'}送金または直接支払で預り金を0円にしてから締めてください。`,
} as const
