/** What can keep a count from being booked. */
export const cashCountFailures = {
  collection_point_unusable: () =>
    'この場所・機会は使用終了になっているか、別の運動のものです。選び直してください。',
  cash_count_posted_otherwise: (about?: string) =>
    `この入力は${about ?? '別の内容'}ですでに記帳されています。同じ計数なら、もう一度記帳しないでください。別の計数なら「別の計数として続ける」を押してください。`,
} as const
