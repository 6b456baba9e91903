/** Which payers of a request a list shows: 自治会 or members. */
export const linePayers = ['area', 'member'] as const
export type LinePayer = (typeof linePayers)[number]
