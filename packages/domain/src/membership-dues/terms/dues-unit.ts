/** 会費の単位: what the 目安 of a kind of membership is counted by. */
export const duesUnits = ['household', 'unit', 'free'] as const
export type DuesUnit = (typeof duesUnits)[number]

export const duesUnitNames: Record<DuesUnit, string> = { household: '世帯', unit: '口', free: '自由' }

/** 納める人: who a kind of membership is meant for. */
export const duesPayers = ['household', 'person', 'organization'] as const
export type DuesPayer = (typeof duesPayers)[number]

export const duesPayerNames: Record<DuesPayer, string> = {
  household: '世帯（自治会を通して）',
  person: '個人',
  organization: '団体・法人',
}

const counters: Record<DuesPayer, string> = { household: '世帯', person: '名', organization: '社' }

/** What members of a kind are counted by, 「12社」: by whom the kind is meant for; several kinds together are 件. */
export function memberCounter(payer: DuesPayer | null | undefined): string {
  return payer == null ? '件' : counters[payer]
}
