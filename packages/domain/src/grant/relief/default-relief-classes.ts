import type { ReliefClassDetails } from './relief-class-details.ts'

/** 見舞金の対象区分 to start with, as 歳末見舞金 is commonly shared out. */
export const defaultReliefClasses: readonly ReliefClassDetails[] = [
  { code: '01', name: '生活困窮世帯' },
  { code: '02', name: 'ひとり親世帯' },
  { code: '03', name: '障害者世帯' },
  { code: '04', name: '高齢者世帯' },
  { code: '05', name: '交通遺児・災害遺児世帯' },
  { code: '06', name: '児童施設' },
]
