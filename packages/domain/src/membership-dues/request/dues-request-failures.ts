/** What can keep a 納入のお願い from being prepared, adjusted or fixed. */
export const duesRequestFailures = {
  dues_request_gone: () => '納入のお願いが見つかりません。画面を読み込み直してください。',
  dues_request_nothing_to_prepare: () =>
    '準備できる会員種別がありません。この年度の条件が決まっているか、すでに確定していないかを確かめてください。',
  dues_request_fixed: (about?: string) =>
    `${about ?? 'この納入のお願い'}は確定しています。あとから増えた納入先は「あとから加える」で、金額は1件ずつ直してください。`,
  dues_request_not_fixed: () => 'まだ確定していません。先に「確定する」で納入番号を付けてください。',
  dues_request_empty: () => '納入先が1件もありません。世帯数または会員を登録してから、もう一度準備してください。',
  dues_request_changed: () =>
    'この画面を開いたあとに、ほかの人が納入のお願いを変更しました。いまの内容を確かめてから、もう一度行ってください。',
  dues_line_gone: () => 'この納入先はお願いの一覧から外れています。画面を読み込み直してください。',
  dues_request_has_papers: () => 'この納入のお願いの帳票を作っているため、確定を取り消せません。金額は1件ずつ直してください。',
  dues_request_has_receipts: () => 'この会費はすでに納入があるため、確定を取り消せません。金額は1件ずつ直してください。',
} as const
