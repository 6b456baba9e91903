/** What can keep a receipt from being issued, handed out once more or made void. */
export const receiptFailures = {
  receipt_not_receivable: () => '領収書を発行できるのは、社協会費と寄附の受入れだけです。共同募金・歳末の伝票が含まれていないか確かめてください。',
  receipt_of_several_subjects: () => '会費・寄附・協賛・物品は、別々の領収書になります。種類ごとに発行してください。',
  receipt_series_missing: () => 'この種類の領収書の系列がないか、使用終了になっています。管理者に相談してください。',
  receipt_number_taken: () => '同じ番号の領収書がすでにあります。「領収書の系列」で番号の形を変えてください。',
  receipt_pattern_taken: () => 'この番号の形は、ほかの系列で使われています。別の形にしてください。',
  receipt_series_in_use: () => 'この系列ではもう番号を使っているので、対象を変えられません。新しい系列を追加してください。',
  receipt_seal_unreadable: () => '画像を読み取れません。300KBまでのPNGかJPEGのファイルを選んでください。',
  receipt_year_to_come: () => 'まだ始まっていない年の年間証明は発行できません。年を確かめてください。',
  receipt_year_issued: () => 'この方のこの年の年間証明は、もう発行されています。画面を読み込み直してください。',
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
