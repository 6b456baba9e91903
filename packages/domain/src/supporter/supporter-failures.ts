/** What can keep a supporter from being saved. */
export const supporterFailures = {
  supporter_not_found: () => '支援者が見つかりません。一覧から選び直してください。',
  supporter_merged: () => 'この支援者は、ほかの支援者に統合されています。統合先を開いて操作してください。',
  supporter_area_gone: () => '選んだ地域が見つかりません。地域を選び直してください。',
} as const
