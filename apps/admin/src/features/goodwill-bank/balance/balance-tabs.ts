import { choiceIn } from '@sasaeai/domain/text/address-value'

const balanceTabs = ['stock', 'expiry', 'money'] as const
export type BalanceTab = (typeof balanceTabs)[number]

export function balanceTabIn(value: unknown): BalanceTab | undefined {
  return choiceIn(balanceTabs, value)
}
