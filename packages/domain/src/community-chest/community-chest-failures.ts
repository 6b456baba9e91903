/** What can keep campaigns and collection methods from being changed. */
export const communityChestFailures = {
  custody_account_unusable: () => '預り金の科目には、使用中の負債の科目を選んでください。見出しは選べません。',
} as const
