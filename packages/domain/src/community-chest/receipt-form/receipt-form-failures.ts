/** What can keep the 共同募金会's numbered forms from being recorded. */
export const receiptFormFailures = {
  form_numbers_overlap: () => 'この番号の用紙は、同じ様式・記号の別の冊に入っています。番号と様式・記号を確かめてください。',
  form_outside_block: () => '記録済みの番号が、この冊の番号の外になります。最初と最後の番号を確かめてください。',
  form_number_unknown: (about?: string) => `この冊にない番号です。${about ?? 'この冊の番号'}から選んでください。`,
  form_recorded: (about?: string) => `${about ?? 'すでに記録がある番号です'}。番号を確かめるか、先にその記録を手元に戻してください。`,
  form_before_block: (about?: string) => `日付は、冊を受け取った日（${about ?? '受取日'}）以後にしてください。`,
  form_entry_unusable: () => 'この伝票番号では記録できません。日付と同じ年度の、共同募金・歳末の受入れの伝票で、取り消されていないものを入力してください。',
  form_entry_taken: (about?: string) => `この伝票には、すでに別の用紙（${about ?? '交付済み'}）を交付しています。二重に交付しないよう、確かめてください。`,
  form_recipient_missing: () => '伝票に支援者の名前がありません。交付先を入力してください。',
} as const
