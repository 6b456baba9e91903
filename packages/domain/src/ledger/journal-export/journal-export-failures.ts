/** What can keep entries from going out, each with the sentence that says what to do. */
export const journalExportFailures = {
  journal_export_empty: () => 'まだ書き出していない仕訳は、この期間にありません。期間を変えるか、書き出しの一覧からもう一度ダウンロードしてください。',
  journal_export_changed: () => '確かめたあとに、この期間の仕訳が増えたか、ほかの人が書き出しました。もう一度「確かめる」を押して、件数と金額を見直してください。',
  journal_export_accounts: (about?: string) => `書き出し先の科目が決まっていない科目があります${about === undefined ? '' : `（${about}）`}。列の割り当てで科目の対応を入れてください。`,
  journal_export_characters: (about?: string) => `Shift_JISにない文字があります${about === undefined ? '' : `（${about}）`}。割り当ての文字コードをUTF-8に変えるか、書き出し先が読めるか確かめてください。`,
  journal_profile_closed: () => 'この列の割り当ては使用終了です。ほかの割り当てを選んでください。',
} as const
