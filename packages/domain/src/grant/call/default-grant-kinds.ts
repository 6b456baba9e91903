import type { GrantKindDetails } from './grant-kind-details.ts'

/** 助成の種類 to start with: what 歳末たすけあい and 配分金 are mostly given for. */
export const defaultGrantKinds: readonly GrantKindDetails[] = [
  { code: '01', name: '団体助成' },
  { code: '02', name: '地域福祉事業' },
  { code: '03', name: 'サロン活動' },
  { code: '04', name: '見舞金' },
]
