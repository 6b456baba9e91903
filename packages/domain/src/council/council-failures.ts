/** What can keep ground data (基礎データ) of any kind from being changed. */
export const councilFailures = {
  code_taken: (about?: string) =>
    `コード${about === undefined ? '' : `「${about}」`}はすでに使われています。別のコードを入力してください。`,
  name_taken: (about?: string) =>
    `名称${about === undefined ? '' : `「${about}」`}はすでに使われています。別の名称を入力してください。`,
  in_use: () => '使われているため削除できません。「使用終了」にしてください。',
  row_gone: () => '対象のデータが見つかりません。ほかの人が削除した可能性があります。画面を読み込み直してください。',
  changed_meanwhile: () =>
    'ほかの人が先に変更しました。入力した内容はまだ保存されていません。新しい内容を読み込み、もう一度直してください。',
  reference_gone: () => '選んだ項目が見つかりません。画面を読み込み直して、選び直してください。',
  year_not_open: () => 'この年度はまだ開かれていません。「年度と締め」で年度を開いてから、もう一度お試しください。',
  council_missing: () => '社協の情報がまだ登録されていません。初期設定から始めてください。',
  year_already_open: () => 'この年度はすでに開かれています。画面を読み込み直してください。',
  year_not_adjacent: () => '開けるのは、開いている年度の次か前の年度だけです。',
  period_missing: () => 'この月の年度がまだ開かれていません。先に年度を開いてください。',
  period_already_closed: () => 'この月はすでに締められています。画面を読み込み直してください。',
  period_not_closed: () => 'この月は締められていません。画面を読み込み直してください。',
} as const
