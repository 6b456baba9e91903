/** What can keep a 預り証 from being issued or made void. */
export const interimReceiptFailures = {
  interim_receipt_not_of_drive: () => '共同募金・歳末の受入れだけに預り証を発行できます。会費や寄附の伝票が含まれていないか確かめてください。',
  interim_receipt_entry_reversed: () => '取り消された伝票が含まれています。画面を読み込み直して、正しい伝票に発行してください。',
  interim_receipt_already_issued: () => 'すでに預り証を発行した伝票が含まれています。画面を読み込み直してください。',
  interim_receipt_of_several_payers: () => '1枚の預り証は、ひとりの寄附者の、1つの運動あてだけです。分けて発行してください。',
  interim_receipt_payer_unknown: () => '寄附者が記録されていない伝票です。伝票を訂正して、自治会か支援者を入れてから発行してください。',
  interim_receipt_not_found: () => '預り証が見つかりません。画面を読み込み直してください。',
  interim_receipt_already_void: () => 'この預り証はすでに無効になっています。',
} as const
