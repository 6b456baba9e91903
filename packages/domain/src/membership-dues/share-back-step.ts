/** 端数の単位: share-back is rounded down to whole multiples of so many yen. */
export const shareBackSteps = [1, 10, 100, 1000] as const
export type ShareBackStep = (typeof shareBackSteps)[number]
