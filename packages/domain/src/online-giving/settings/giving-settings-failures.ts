/** What can keep the set-up of online giving from being changed, each with the sentence that says what to do. */
export const givingSettingsFailures = {
  giving_accounts_missing: () =>
    '未収金・支払手数料・普通預金にあたる勘定科目が見つかりません。「支払いの受け口」で、コード council の受け口をつくって科目を選んでから、もう一度お試しください。',
  payment_receivable_unusable: () => '未収金の科目には、入金先とは別の、使用中の資産の科目を選んでください。',
  payment_fee_unusable: () => '支払手数料の科目には、使用中の支出の科目を選んでください。',
  payment_bank_unusable: () => '入金先の科目には、使用中の預金の科目を選んでください。',
  payment_accounts_in_two_books: () => '未収金・支払手数料・入金先は、同じ帳簿の科目を選んでください。',
  payment_code_fixed: () => 'コードは、サーバーに設定した鍵の名前になっているため、あとから変えられません。別のコードが要るときは、新しい受け口をつくってください。',
  payment_receivable_in_use: () => 'まだ入金されていない支払いがあるため、未収金の科目は変えられません。入金がすべて済んでから変えてください。',
  payment_account_in_use: (about?: string) => `受付項目「${about ?? ''}」がこの受け口を使っています。受付項目の受け口を変えるか、受付項目を使用終了にしてください。`,
  giving_suggestion_outside: (about?: string) => `受付項目「${about ?? ''}」に、この範囲から外れる金額のボタンがあります。先に受付項目の金額のボタンを直してください。`,
  giving_slug_taken: () => 'このアドレスは、ほかの受付項目で使われています。別のアドレスを入力してください。',
  giving_kind_fixed: () => '種類はあとから変えられません。新しい受付項目をつくって、この受付項目は使用終了にしてください。',
  giving_reference_closed: () => '選んだものは使用終了または締め済みです。使用中のものを選んでください。',
  giving_source_unfit: () => '財源が受付項目の種類に合いません。寄附には寄附金、会費には社協会費、共同募金・歳末にはその運動の財源（使用中のもの）を選んでください。',
  giving_account_unusable: () => '支払いの受け口は使用終了になっています。使用中のものを選んでください。',
  giving_account_other_book: () =>
    '支払いの受け口の未収金が、お金の行き先と別の帳簿にあります。共同募金・歳末には、預り金と同じ帳簿の受け口を選んでください。',
  giving_account_of_other_payee: () =>
    '共同募金会のお金と社協のお金は、同じ受け口では受け取れません。共同募金会を受取人とする受け口を「支払いの受け口」でつくって、選んでください。',
  giving_amount_outside_limits: (about?: string) => `金額は、受付の設定の範囲（${about ?? ''}）で入力してください。`,
  giving_target_unusable: () => 'この受付項目は使用終了になっています。使用中のものを選んでください。',
  giving_link_has_amount_of_dues: () => '会費の金額は会員種別で決まります。会費へのリンクでは、金額を空けてください。',
  giving_no_area_below: () => 'この地域の下に、使用中の地域がありません。市全体か校区を選んでください。',
  giving_area_unusable: () => 'この地域は使用終了になっています。使用中の地域を選んでください。',
} as const
