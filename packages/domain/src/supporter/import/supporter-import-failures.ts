/** What can keep a register's file from being taken in, or from being undone. */
export const supporterImportFailures = {
  import_name_column_missing: () => '名前の列がありません。どの列が名前かを選んでください。',
  import_column_twice: (about = '') => `「${about}」を2つの列に選んでいます。ひとつにしてください。`,
  import_over_20000: (about = '') => `行数が多すぎます（${about}行）。20,000行以内のファイルに分けてください。`,
  import_gone: () => 'この取込みはありません。一覧から選び直してください。',
  import_finished: () => 'この取込みは終わっています。',
  import_not_finished: () => 'この取込みは、まだ終わっていません。',
  import_choice_unfit: () => 'その行では選べません。ほかの扱いを選んでください。',
  import_undo_in_use: () => '取り込んだ支援者に、納入・寄附・会員・接触などの記録が加わっているため、取り消せません。一人ずつ直してください。',
  import_undo_changed: (about = '') => `取り込んだあとに登録内容が変わった支援者がいるため、取り消せません（番号${about}）。一人ずつ直してください。`,
} as const
