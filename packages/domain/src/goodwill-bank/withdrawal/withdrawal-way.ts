import { groupDigits } from '../../money/group-digits.ts'

/** 払出の方法 */
export const withdrawalWays = ['pantry', 'household', 'organization', 'recycling', 'event'] as const
export type WithdrawalWay = (typeof withdrawalWays)[number]

export const withdrawalWayNames: Record<WithdrawalWay, string> = {
  pantry: 'フードパントリー',
  household: '世帯への支援',
  organization: '団体・施設へ',
  recycling: '生活・介護用品のリサイクル',
  event: '福祉教育・催し',
}

/** How those who receive are counted. */
export const recipientUnits = ['households', 'people', 'organizations'] as const
export type RecipientUnit = (typeof recipientUnits)[number]

export const recipientUnitNames: Record<RecipientUnit, string> = { households: '世帯', people: '人', organizations: '団体' }

/** 24世帯 */
export function formatRecipients({ recipients, recipientUnit }: { recipients: number; recipientUnit: RecipientUnit }): string {
  return `${groupDigits(recipients)}${recipientUnitNames[recipientUnit]}`
}

/** The 摘要 of money that goes out, behind the name of its fund; put together of the council's own words, it names nobody. */
export function withdrawalWords(withdrawal: {
  readonly purposeName: string
  readonly className: string | null
  readonly areaName: string | null
  readonly recipients: number
  readonly recipientUnit: RecipientUnit
}): string {
  const { purposeName, className, areaName } = withdrawal
  return ['払出', purposeName, className, areaName, formatRecipients(withdrawal)].filter((words) => words !== null).join(' ')
}
