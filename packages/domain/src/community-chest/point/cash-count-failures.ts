/** What can keep a count from being booked, and an entry from being a point's. */
export const cashCountFailures = {
  collection_point_unusable: () =>
    'この場所・機会は使用終了になっているか、別の運動のものです。選び直してください。',
  cash_count_posted_otherwise: (about?: string) =>
    `この入力は${about ?? '別の内容'}ですでに記帳されています。同じ計数なら、もう一度記帳しないでください。別の計数なら「別の計数として続ける」を押してください。`,
  point_entry_taken: () =>
    '選んだ入金のなかに、ほかの場所・機会に結びつけ済みのもの、または運動の受入れでないものがあります。画面を読み込み直して、選び直してください。',
} as const
