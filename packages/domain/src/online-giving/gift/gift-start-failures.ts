/** What can keep a gift from being started. */
export const giftStartFailures = {
  gift_amount_missing: () => '金額を入力してください。例：3,000',
  gift_below_minimum: (about?: string) => `金額は${about ?? '最低額'}以上で入力してください。`,
  gift_above_maximum: (about?: string) => `一度に申し込めるのは${about ?? '上限額'}までです。それより多いときは、社協へご連絡ください。`,
  giving_closed: () => 'ただいまオンラインでの受付をお休みしています。お急ぎのときは社協へお電話ください。',
  giving_target_not_taken: () => 'このページでは、いまは受け付けていません。ほかの使いみちを選んでください。',
  gift_not_monthly: () => 'この受付では毎月の寄附を選べません。「今回のみ」を選んでください。',
  gift_not_memorial: () => 'この受付では、故人をしのぶ寄附を選べません。寄附のページから申し込んでください。',
  gift_without_receipt: () => 'この募金では、社協の領収書は発行されません。領収書は「不要」を選んでください。',
  gift_dues_need_name: () => '会費は匿名では申し込めません。お名前を入力してください。',
  gift_started_otherwise: () => 'この申し込みは、すでに別の内容で進んでいます。ページを読み込み直してください。',
  gift_over: () => 'お支払いの期限が過ぎました。お手数ですが、はじめから申し込み直してください。',
  gift_done: () => 'この申し込みは、すでにお支払いの手続きが済んでいます。もう一度支払う必要はありません。メールかマイページでご確認ください。',
  gateway_unreachable: () => '決済会社につながりません。少し待ってから、もう一度ボタンを押してください（二重の申し込みにはなりません）。',
  gateway_refused: (about?: string) => `決済会社に受け付けられませんでした。${about ?? '内容を確かめて、はじめから申し込み直してください。'}`,
} as const
