/** What can keep a receipt from being issued or made void. */
export const receiptFailures = {
  receipt_not_dues: () => '社協会費の受入れだけに領収書を発行できます。共同募金・歳末・寄附の伝票が含まれていないか確かめてください。',
  receipt_entry_reversed: () => '取り消された伝票が含まれています。画面を読み込み直して、正しい伝票に発行してください。',
  receipt_already_issued: () => 'すでに領収書を発行した伝票が含まれています。画面を読み込み直してください。',
  receipt_of_several_payers: () => '1枚の領収書は、ひとりの納入者あてだけです。納入者ごとに発行してください。',
  receipt_payer_unknown: () => '納入者が記録されていない伝票です。伝票を訂正して、自治会か支援者を入れてから発行してください。',
  receipt_not_found: () => '領収書が見つかりません。画面を読み込み直してください。',
  receipt_already_void: () => 'この領収書はすでに無効になっています。',
} as const
