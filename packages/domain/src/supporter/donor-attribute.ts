/** 寄附者の属性: the groups in which 寄附金収益明細書 (別紙3②) counts donors. */
export const donorAttributes = ['officer', 'beneficiary', 'family', 'business_partner', 'other'] as const
export type DonorAttribute = (typeof donorAttributes)[number]

export const donorAttributeNames: Record<DonorAttribute, string> = {
  officer: '役員・職員',
  beneficiary: '利用者',
  family: '利用者の家族',
  business_partner: '取引業者',
  other: 'その他',
}
