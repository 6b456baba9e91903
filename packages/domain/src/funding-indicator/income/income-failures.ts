/** What can keep the composition of income from being saved, each with the sentence that says what to do. */
export const incomeFailures = {
  income_changed_meanwhile: (about?: string) =>
    `${about === undefined ? '' : `${about}は、`}開いてからの間にほかの人が変えました。入力は残っています。「最新の内容を読み込む」で確かめてから、もう一度保存してください。`,
  income_source_taken: (about?: string) =>
    `財源${about === undefined ? '' : `「${about}」`}は、ほかの区分に入っています。先にその区分から外してください。`,
  income_source_held: (about?: string) =>
    `財源${about === undefined ? '' : `「${about}」`}は預かっているお金なので、収入の区分には入りません。配分金の財源を選んでください。`,
  figure_account_unusable: () => '基礎数値に数える科目には、支出の科目を選んでください。',
  income_import_has_errors: () => '誤りのある行があります。すべて直してから、ファイルを選び直してください。一部だけは取り込みません。',
} as const
