/** 支援者の種類. */
export const supporterKinds = ['person', 'family', 'organization', 'neighborhood_association', 'anonymous'] as const
export type SupporterKind = (typeof supporterKinds)[number]

export const supporterKindNames: Record<SupporterKind, string> = {
  person: '個人',
  family: '家族・世帯',
  organization: '団体・法人',
  neighborhood_association: '自治会',
  anonymous: '匿名',
}
