/** 送金の方法: all of it, or what is left of it after the council has paid a part out directly (歳末たすけあい). */
export const remittanceModes = ['full', 'net_of_direct_payments'] as const
export type RemittanceMode = (typeof remittanceModes)[number]

export const remittanceModeNames: Record<RemittanceMode, string> = {
  full: '全額を送金する',
  net_of_direct_payments: '直接支払った分を除いて送金する',
}
