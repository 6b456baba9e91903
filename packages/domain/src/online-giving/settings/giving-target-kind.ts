/** 受付項目の種類 */
export const givingTargetKinds = ['general', 'fund', 'campaign', 'dues'] as const
export type GivingTargetKind = (typeof givingTargetKinds)[number]

export const givingTargetKindNames: Record<GivingTargetKind, string> = {
  general: '社協の活動全体',
  fund: '使途・基金',
  campaign: '共同募金・歳末',
  dues: '会費',
}
