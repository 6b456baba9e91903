/** What can keep 外部資金 from being kept or received, each with the sentence that says what to do. */
export const externalFundFailures = {
  external_not_awarded: () => '入金を記帳できるのは、採択された申込だけです。申込の状態を「採択」にしてから、もう一度行ってください。',
  external_received: () => '入金が記帳されているため、採択のほかの状態には変えられません。先に入金の伝票を取り消してください。',
  external_over_award: (about?: string) =>
    `入金の合計が決定額を超えます。${about === undefined ? '' : `残りは${about}円です。`}金額を確かめるか、申込の決定額を直してください。`,
  external_award_below_received: (about?: string) =>
    `決定額が、すでに記帳した入金${about === undefined ? '' : `（${about}円）`}より少なくなります。金額を確かめてください。`,
  external_source_unusable: () => '財源が使えません。補助金・受託金・助成金・事業収入・その他の、使用中の財源を選んでください。',
  external_cash_unusable: () => '入金先の科目が使えません。社協の帳簿の、使用中の現金・預金の科目を選んでください。',
  external_call_fixed: () => '申込は、ほかの募集へは移せません。新しく追加してください。',
} as const
