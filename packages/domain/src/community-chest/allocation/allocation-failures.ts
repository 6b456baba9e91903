/** What can keep a 配分金 from being changed, received or taken out of use. */
export const allocationFailures = {
  allocation_source_unusable: () =>
    '配分金の財源には、区分が「補助金」で、収入の科目に入る、使用中の財源を選んでください。配分金は寄附ではなく補助金として記帳します。',
  allocation_received: () =>
    'この配分金はすでに受け入れているため、財源は変えられません。受入れの伝票を取り消してから、新しい配分金を追加してください。',
  allocation_below_received: (about?: string) =>
    `すでに${about ?? 'それより多い額'}を受け入れています。決定額をそれ以上にするか、受入れの伝票を取り消してください。`,
  allocation_exceeds_decided: (about?: string) =>
    `受け入れる額が決定額を超えます。受け入れられるのはあと${about ?? '残りの額'}です。決定額が変わったときは、先に配分金を直してください。`,
  allocation_cash_unusable: () => '入金先の科目が使えません。社協の帳簿の、使用中の現金・預金の科目を選んでください。',
  allocation_closed: () => 'この配分金は使用終了になっています。使用再開にしてから、もう一度行ってください。',
  allocation_entry_taken: () =>
    'この伝票は、ほかの配分金に結びついているか、取り消されています。画面を読み込み直して、もう一度選んでください。',
} as const
