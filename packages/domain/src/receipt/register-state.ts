/** What became of a number of a series; every one of them has one, or the books are wrong (gap). */
export type RegisterState = 'live' | 'void' | 'spoiled' | 'gap'

export const registerStateNames: Record<RegisterState, string> = {
  live: '有効',
  void: '無効',
  spoiled: '書損',
  gap: '不明',
}
