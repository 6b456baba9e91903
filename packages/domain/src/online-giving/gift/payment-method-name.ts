const names: ReadonlyMap<string, string> = new Map([
  ['card', 'カード'],
  ['link', 'カード（Link）'],
  ['konbini', 'コンビニ'],
  ['customer_balance', '銀行振込'],
  ['paypay', 'PayPay'],
])

/** Means of paying that givers usually have, for choosing among them. */
export const paymentMethods: readonly string[] = ['card', 'konbini', 'customer_balance', 'paypay']

/** How somebody has paid; a means that we do not know is called as the gateway does. */
export function paymentMethodName(method: string): string {
  return method === '' ? '—' : (names.get(method) ?? method)
}
