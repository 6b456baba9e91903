interface DefaultGoodwillPurpose {
  readonly code: string
  readonly name: string
  /** The code of the fund (default-funds) that keeps its money, where it takes any. */
  readonly fundCode?: string
}

/** 預託の目的 to start with. */
export const defaultGoodwillPurposes: readonly DefaultGoodwillPurpose[] = [
  { code: '01', name: '使いみちを任せる', fundCode: '04' },
  { code: '02', name: '食の支援' },
  { code: '03', name: '生活・介護用品' },
]
