/** What can keep the set-up of online giving from being changed, each with the sentence that says what to do. */
export const givingSettingsFailures = {
  giving_accounts_missing: () =>
    '未収金・支払手数料・普通預金にあたる勘定科目が見つかりません。「支払いの受け口」で、使う勘定科目を選んで受け口をつくってから、もう一度お試しください。',
} as const
