/** 外部資金の種類 */
export const externalCallKinds = ['grant', 'public_offering', 'entrusted', 'subsidy', 'other'] as const
export type ExternalCallKind = (typeof externalCallKinds)[number]

export const externalCallKindNames: Record<ExternalCallKind, string> = {
  grant: '助成金',
  public_offering: '公募事業',
  entrusted: '受託',
  subsidy: '補助',
  other: 'その他',
}
