/** What can keep a supporter from being saved. */
export const supporterFailures = {
  supporter_not_found: () => '支援者が見つかりません。一覧から選び直してください。',
  supporter_area_gone: () => '選んだ地域が見つかりません。地域を選び直してください。',
} as const
