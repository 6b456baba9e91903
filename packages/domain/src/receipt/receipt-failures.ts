/** What can keep a receipt from being issued, handed out once more or made void. */
export const receiptFailures = {
  receipt_not_dues: () => '社協会費の受入れだけに領収書を発行できます。共同募金・歳末・寄附の伝票が含まれていないか確かめてください。',
  receipt_entry_reversed: () => '取り消された伝票が含まれています。画面を読み込み直して、正しい伝票に発行してください。',
  receipt_already_issued: () => 'すでに領収書を発行した伝票が含まれています。画面を読み込み直してください。',
  receipt_of_several_payers: () => '1枚の領収書は、ひとりの納入者あてだけです。納入者ごとに発行してください。',
  receipt_payer_unknown: () => '納入者が記録されていない伝票です。伝票を訂正して、自治会か支援者を入れてから発行してください。',
  receipt_not_found: () => '領収書が見つかりません。画面を読み込み直してください。',
  receipt_already_void: () => 'この領収書はすでに無効になっています。',
  receipt_void_not_reissued: () => '無効にした領収書は再発行できません。同じ納入に、新しい番号で発行してください。',
  receipt_reversed_not_reissued: () =>
    'この領収書の伝票は取り消されているので、再発行できません。渡した領収書を返してもらい、「無効にする」を押してください。',
} as const
