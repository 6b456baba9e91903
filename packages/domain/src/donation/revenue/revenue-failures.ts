/** What can keep 協賛・収益 from being kept or received. */
export const revenueFailures = {
  revenue_source_unusable: () => '財源が使えません。社協の帳簿の収入の科目に入る、使用中の財源（会費・共同募金・歳末を除く）を選んでください。',
  revenue_fee_unusable: () => '手数料の科目が使えません。社協の帳簿の、使用中の支出の科目を選んでください。',
  revenue_kind_fixed: () => '種類は、あとから変えられません。新しく追加してください。',
  revenue_closed: () => '使用終了になっています。使用再開にしてから、もう一度行ってください。',
  revenue_month_missing: () => '対象の月を選んでください。',
  revenue_month_received: (about?: string) => `${about ?? 'その月'}の手数料は、すでに受け入れています。誤りのときは、その伝票を取り消してから記帳してください。`,
  revenue_cash_unusable: () => '入金先の科目が使えません。社協の帳簿の、使用中の現金・預金の科目を選んでください。',
  revenue_goods_unusable: () => '物品の科目が使えません。企業協賛の物品だけに、社協の帳簿の使用中の支出の科目を選べます。',
  revenue_fee_exceeds: () => '手数料は、支援総額より少なくしてください。手数料があるのはふるさと納税だけです。',
} as const
