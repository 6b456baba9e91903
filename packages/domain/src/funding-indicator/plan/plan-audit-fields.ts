/** The field names that audit events of plans carry, as the screens call them. */
export const planAuditFields: Readonly<Record<string, string>> = {
  attendeeNames: '出席',
  comment: '委員会の意見',
  committeeName: '委員会',
  firstYear: '初年度',
  grantApplicationIds: '助成',
  fundIds: '使途・基金',
  indicatorId: '指標',
  indicators: '指標',
  lastYear: '最終年度',
  pillar: '柱',
  planId: '計画',
  planReviewId: '点検・評価',
  planState: '策定の状況',
  policy: '方針',
}
