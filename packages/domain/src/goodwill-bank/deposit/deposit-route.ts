/** 預託の経路 */
export const depositRoutes = ['desk', 'food_drive', 'box', 'pick_up'] as const
export type DepositRoute = (typeof depositRoutes)[number]

export const depositRouteNames: Record<DepositRoute, string> = {
  desk: '窓口',
  food_drive: 'フードドライブ',
  box: '回収箱',
  pick_up: '引取り',
}
