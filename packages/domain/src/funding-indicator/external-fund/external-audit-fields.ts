/** The field names of 外部資金 in audit events, and of what winning givers costs, as the screens call them. */
export const externalAuditFields = {
  appliedOn: '申込日',
  callId: '募集',
  costYen: '費用',
  deadlineOn: '締切日',
  funder: '募集元',
  funderId: '名簿の支援者',
  passedOn: '見送りを決めた日',
  reportReminderDays: '報告期限を知らせる日（何日前）',
  resultOn: '結果の予定日',
  theme: 'テーマ',
  url: 'ホームページ',
} as const
