/** What can keep something from going in or out of 善意銀行. */
export const goodwillBankFailures = {
  goodwill_purpose_unusable: () => 'この目的は使用終了になっています。別の目的を選んでください。',
  goodwill_purpose_without_fund: () =>
    'この目的にはお金を預かる使途・基金がありません。預託の目的の設定で選ぶか、別の目的にしてください。',
  goodwill_fund_taken: () => 'この使途・基金は、別の目的のお金を預かっています。別の使途・基金を選んでください。',
  goods_item_unusable: (about?: string) => `品目${about ?? ''}は使用終了になっています。別の品目を選んでください。`,
  goods_item_counted: () => 'この品目にはすでに出入りがあります。数え方は変えられません。新しい品目を追加してください。',
  goods_not_enough: (about?: string) =>
    `${about ?? '品目'}の在庫が足りません。期限切れを除いた在庫を確かめて、数量を直してください。`,
  goods_lines_missing: () => '払い出す品目の数量を数字で入力してください。例：24',
  goods_moved_meanwhile: () => '数えている間に在庫が動きました。画面を読み込み直して、数量を確かめてください。',
  goodwill_day_ahead: () => 'これからの日付では記録できません。今日までの日付を入力してください。',
  goodwill_money_not_enough: (about?: string) =>
    `この目的で預かっているお金が足りません。払い出せるのは${about ?? '残高'}までです。`,
  goodwill_committee_later: () => '委員会の開催日より前の日付では払い出せません。委員会か日付を選び直してください。',
  goodwill_recorded_otherwise: () => 'この入力はすでに別の内容で記録されています。画面を読み込み直してください。',
  goodwill_undo_before: () => '取り消す記録より前の日付では取り消せません。日付を直してください。',
  goodwill_already_undone: () => 'この記録はすでに取り消されています。画面を読み込み直してください。',
  reversal_of_goodwill: () => '善意銀行の仕訳は、善意銀行のページの「取消」から取り消してください。品物の在庫と一緒に戻します。',
} as const
