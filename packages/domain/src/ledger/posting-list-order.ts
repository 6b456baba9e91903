/** By day, or by what an amount means: 取消 (minus) comes last among the largest. */
export const postingOrders = ['newest', 'oldest', 'largest', 'smallest'] as const
export type PostingOrder = (typeof postingOrders)[number]
