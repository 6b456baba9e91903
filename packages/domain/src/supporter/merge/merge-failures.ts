/** What can keep two supporters from being merged, or a merge from being undone. */
export const mergeFailures = {
  merge_not_found: () => 'この名寄せの記録が見つかりません。名寄せの履歴から選び直してください。',
  merge_undone: () => 'この名寄せは、すでに取り消されています。',
  merge_goes_on: (number) => `統合先は、そのあと支援者番号${number ?? ''}に統合されています。先にその名寄せを取り消してください。`,
} as const satisfies Record<string, (about?: string) => string>
