/** What can keep a record of outreach from being changed. */
export const outreachFailures = {
  outreach_not_found: () => '説明会の記録が見つかりません。ほかの人が削除したかもしれません。画面を読み込み直してください。',
} as const
