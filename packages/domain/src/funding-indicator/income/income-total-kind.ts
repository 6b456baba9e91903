/** Whether an amount was planned for a year, or is what the year came to. */
export const incomeTotalKinds = ['budget', 'settled'] as const
export type IncomeTotalKind = (typeof incomeTotalKinds)[number]

export const incomeTotalKindNames: Record<IncomeTotalKind, string> = { budget: '予算', settled: '決算' }
