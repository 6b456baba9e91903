/** What can keep a supporter, or what belongs to one, from being saved. */
export const supporterFailures = {
  supporter_not_found: () => '支援者が見つかりません。一覧から選び直してください。',
  supporter_merged: () => 'この支援者は、ほかの支援者に統合されています。統合先を開いて操作してください。',
  supporter_area_gone: () => '選んだ地域が見つかりません。地域を選び直してください。',
  move_before_last: (about = '') => `今の住所は${about}からになっています。それより後の日付を入力してください。`,
  relation_known: () => 'その関係は、もう登録されています。',
  relation_to_self: () => '同じ支援者どうしの関係は登録できません。相手を選び直してください。',
  relation_other_gone: () => '相手の支援者が見つかりません。選び直してください。',
  supporter_export_too_long: (about = '') => `${about}件あります。2万件以下になるように、種類や地域、言葉で絞り込んでから書き出してください。`,
  attachment_type_unknown: () => 'このファイルは保管できません。PDF、JPEG、PNG、Word（docx）、Excel（xlsx）のどれかを選んでください。',
  attachment_too_large: () => 'ファイルが大きすぎます。5MBまでのファイルにしてください。',
} as const
