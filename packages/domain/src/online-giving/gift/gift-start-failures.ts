/** What can keep a gift from being started. */
export const giftStartFailures = {
  gift_amount_missing: () => '金額を入力してください。例：3,000',
  gift_below_minimum: (about?: string) => `金額は${about ?? '最低額'}以上で入力してください。`,
  gift_above_maximum: (about?: string) => `一度に申し込めるのは${about ?? '上限額'}までです。それより多いときは、社協へご連絡ください。`,
} as const
