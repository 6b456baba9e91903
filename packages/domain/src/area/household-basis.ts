/** 世帯数の根拠: where a number of households comes from; a rate is meaningless without it. */
export const householdBases = ['resident_register', 'association_membership'] as const
export type HouseholdBasis = (typeof householdBases)[number]

export const householdBasisNames: Record<HouseholdBasis, string> = {
  resident_register: '住基世帯',
  association_membership: '自治会加入世帯',
}
