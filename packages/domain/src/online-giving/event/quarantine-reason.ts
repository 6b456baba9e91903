/**
 * Why a 通知 waits for another, or was put aside for somebody to look at (確認が必要); with what to do about it. Whatever is
 * put aside has booked nothing.
 */
export const eventReasons = {
  waits_for_payment: '元の決済の通知を待っています。届くと自動で反映されます。',
  waits_for_recurring: '毎月の寄附の開始の通知を待っています。届くと自動で反映されます。',
  waits_for_amount: '毎月の金額の変更の通知を待っています。届くと自動で反映されます。',
  fault: '反映の途中で問題が起きました。自動でやり直します。続くときは管理者に相談してください。',
  unreadable: '通知の中身を読み取れません。決済会社の管理画面で取引を確かめ、管理者に相談してください。',
  other_api_version: '決済会社の通知の版が違います。決済会社の管理画面で、通知の版をこの製品の版（docs/online-giving.md）に合わせてから、やり直してください。',
  wrong_mode: '本番用とテスト用が食い違っています。サーバーの鍵と、決済会社の通知先の設定を確かめてください。',
  other_account: '別の加盟店アカウントの通知です。「支払いの受け口」の加盟店アカウントと、通知先の設定を確かめてください。',
  wrong_currency: '日本円ではない決済です。決済会社の管理画面で取引を確かめ、返金するか、手で記帳してください。',
  amount_differs: '申し込まれた金額と、決済された金額が違います。決済会社の管理画面で取引を確かめ、返金するか、手で記帳してください。',
  gift_unknown: 'この決済に当たる申込みが見つかりません。決済会社の管理画面で直接作った取引なら、手で記帳して「対応済み」にしてください。',
  gift_of_other_account: '申込みとは別の受け口に支払われています。決済会社の管理画面で取引を確かめ、手で記帳してください。',
  gift_of_other_kind: '「今回のみ」と「毎月」が、申込みと違います。決済会社の管理画面で取引を確かめてください。',
  payment_unknown: '3日待ちましたが、元の決済が記帳されていません。決済会社の管理画面で取引を確かめてください。',
  recurring_unknown: '3日待ちましたが、毎月の寄附の申込みが見つかりません。決済会社の管理画面で取引を確かめてください。',
  target_unusable: '受付項目の財源・使途・会員種別・運動などが使用終了になっています。使えるように戻してから、やり直してください。',
  receivable_unusable: '「支払いの受け口」の未収金の科目が使えません。科目を直してから、やり直してください。',
  receivable_of_other_book: 'この運動のお金は別の帳簿に置かれています。「支払いの受け口」の未収金を、運動と同じ帳簿の科目にしてから、やり直してください。',
  period_closed: '決済の日からあとに、開いている月がありません。月の締めを解除するか新しい年度を開くと、自動で記帳されます。',
  refund_too_much: '返金や異議申立ての額が、決済の残りの額を超えています。決済会社の管理画面で取引を確かめてください。',
  refund_amount_differs: '依頼した返金の額と、決済会社が返金した額が違います。決済会社の管理画面で取引を確かめ、差額を手で記帳してください。',
  entry_undone: '決済の仕訳が、手で取り消されています。正しい仕訳を記帳してから「対応済み」にしてください。',
  expense_account_missing: '前年度までの受入の返金に使う科目「雑支出」がありません。勘定科目に加えてから、やり直してください。',
  waits_for_payout: '入金の通知を待っています。届くと自動で反映されます。',
  waits_for_payout_lines: '入金の内訳を決済会社から読んでいます。読めると自動で反映されます。',
  payout_unknown: '3日待ちましたが、入金の通知が届いていません。決済会社の管理画面で入金を確かめてください。',
  payout_lines_unread: '3日のあいだ、入金の内訳を決済会社から読めませんでした。サーバーの鍵と接続を確かめてから、やり直してください。',
  payout_amount_differs: '前に知らされた入金の額と違います。決済会社の管理画面で入金を確かめてください。',
  payout_sum_differs: '入金の内訳の合計と、入金の額が違います。決済会社の管理画面で内訳を確かめ、手で記帳してください。',
} as const satisfies Readonly<Record<string, string>>

export type EventReason = keyof typeof eventReasons

/** What a reason says that is stored with an event; one that nobody knows any more is shown as it stands. */
export function wordsOfEventReason(reason: string): string {
  return isEventReason(reason) ? eventReasons[reason] : reason
}

function isEventReason(reason: string): reason is EventReason {
  return Object.hasOwn(eventReasons, reason)
}
