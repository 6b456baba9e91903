/** What can keep money from being remitted. */
export const remittanceFailures = {
  remittance_exceeds_held: (about?: string) =>
    `その日に預かっている額を超えています。送金できるのは${about ?? '預り残高'}までです。金額か送金日を直してください。`,
  remittance_cash_unusable: () =>
    '送金元の科目が使えません。運動の預り金と同じ帳簿で、使用中の現金・預金の科目を選んでください。',
} as const
