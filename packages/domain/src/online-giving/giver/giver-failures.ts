/** What can keep a giver from what is theirs. Nothing here tells whether somebody else has given. */
export const giverFailures = {
  giver_link_over: () => 'このリンクはもう使えません（使えるのは30分以内に1回だけです）。お手数ですが、もう一度リンクを送ってください。',
  giver_session_over: () => 'しばらく時間がたったため、マイページを閉じました。もう一度リンクを送ってください。',
  giver_gift_not_found: () => 'この寄附は見つかりません。ページを読み込み直してください。',
  giver_address_later: () => '住所の変更は、入金を確かめたあとに受け付けます。お急ぎのときは社協へお電話ください。',
  giver_year_not_here: () => 'この年の証明書は、ここでは発行できません。お手数ですが、社協へお問い合わせください。',
  recurring_ended: () => 'この毎月の寄附は終了しています。続けたいときは、新しく申し込んでください。',
  recurring_unchanged: () => 'すでにそのようになっています。ページを読み込み直してください。',
  recurring_changed_otherwise: () => 'この変更は、すでに別の内容で進んでいます。ページを読み込み直してください。',
} as const
