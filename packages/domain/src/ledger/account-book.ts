/** 帳簿: an entry balances within each of them. 共同募金 may be kept apart from the council's own money, in a 支会 book. */
export const accountBooks = ['council', 'branch'] as const
export type AccountBook = (typeof accountBooks)[number]

export const accountBookNames: Record<AccountBook, string> = {
  council: '社協の帳簿',
  branch: '支会の帳簿（共同募金）',
}
