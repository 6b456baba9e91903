/** 申込の状態, in the order in which an application goes through them. */
export const externalApplicationStates = ['preparing', 'applied', 'awarded', 'rejected', 'withdrawn'] as const
export type ExternalApplicationState = (typeof externalApplicationStates)[number]

export const externalApplicationStateNames: Record<ExternalApplicationState, string> = {
  preparing: '準備中',
  applied: '申込済み',
  awarded: '採択',
  rejected: '不採択',
  withdrawn: '取下げ',
}
