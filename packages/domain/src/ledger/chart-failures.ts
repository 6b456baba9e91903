/** What can keep the chart of accounts and the funding sources from being changed. */
export const chartFailures = {
  account_parent_unusable: () => '上位の科目には、同じ区分の「見出し」の科目を選んでください。自分自身や自分の下の科目は選べません。',
  account_heading_in_use: () => 'この科目はすでに使われているため、見出しにはできません。見出しは新しい科目として追加してください。',
  account_has_children: () => '下に科目があるため、見出しから外せません。先に下の科目を移してください。',
  account_category_in_use: () => 'この科目には仕訳か下の科目があるため、区分は変えられません。新しい科目を追加してください。',
  account_book_in_use: () => 'この科目には仕訳があるか、使っている設定があるため、帳簿は変えられません。新しい科目を追加してください。',
  account_still_needed: (about?: string) =>
    `${about ?? 'ほかの設定'}がこの科目を使っています。先にそちらの科目を変えてから、使用終了にしてください。`,
  source_category_in_use: () => 'この財源には仕訳があるため、区分は変えられません。新しい財源を追加してください。',
  source_account_unusable: () => '財源の科目には、使用中の収入または負債（預り金）の科目を選んでください。見出しは選べません。',
} as const
