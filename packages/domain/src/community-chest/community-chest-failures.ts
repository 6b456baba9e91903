/** What can keep campaigns and collection methods from being changed. */
export const communityChestFailures = {
  campaign_in_use: () =>
    'この運動には仕訳があるため、種類・年度・預り金の科目は変えられません。新しい運動を追加してください。',
  custody_account_unusable: () => '預り金の科目には、使用中の負債の科目を選んでください。見出しは選べません。',
} as const
