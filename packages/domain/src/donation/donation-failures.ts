/** What can keep a gift from being booked or completed, each with the sentence that says what to do. */
export const donationFailures = {
  gift_source_unusable: () => '財源には、寄附金の財源を選んでください。',
  gift_posted_otherwise: (about?: string) =>
    `この入力は、別の内容で${about ?? '前に'}記帳されています。もう1件の寄附なら、「別の寄附として続ける」を押してください。`,
  gift_not_found: () => '寄附が見つかりません。取り消されたか、寄附ではない伝票です。一覧から選び直してください。',
  gift_kind_of_goods: () => '物品の寄附は種類を「物品」に、お金の寄附はそのほかにしてください。',
  gift_receipted: () => 'この寄附には領収書が出ています。種類・品名や金額を直すには、先に領収書を無効にしてください。',
  gift_details_meanwhile: () => 'ほかの人がこの寄附の内容を保存しました。読み込み直してから、もう一度入力してください。',
  gift_capital_over: () => '基本金組入額が寄附の額を超えています。寄附の額までの金額を入力してください。',
  letter_recorded_before: () => '同じ日・同じ渡し方の記録がもうあります。',
  letter_without_email: () => 'メールアドレスがないか、匿名の寄附です。支援者の画面でメールアドレスを入れてから送ってください。',
  letter_mail_unwelcome: () => 'お知らせを希望しない方です。礼状をメールで送るには、支援者の画面で「お知らせの郵送」を確かめてください。',
  letter_mail_without_template: () => 'この寄附に合う、メールで使う礼状のひな形がありません。「設定」の「文書のひな形」で用意してください。',
  letter_mail_waiting: () => 'この寄附の礼状のメールは、もう送信箱で送信を待っています。',
  instalment_unusable: () => 'この予約の分割は選べません。取り消されたか、ほかの支援者の予約です。選び直してください。',
  pledge_ended: () => 'この予約は終了しています。終了を取り消してから直してください。',
  threshold_marked_before: () => 'すでに対応済みになっています。画面を読み込み直してください。',
} as const
