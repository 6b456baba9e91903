/** What can keep ground data (基礎データ) of any kind from being changed. */
export const councilFailures = {
  code_taken: (about?: string) =>
    `コード${about === undefined ? '' : `「${about}」`}はすでに使われています。別のコードを入力してください。`,
  name_taken: (about?: string) =>
    `名称${about === undefined ? '' : `「${about}」`}はすでに使われています。別の名称を入力してください。`,
  in_use: () => '使われているため削除できません。「使用終了」にしてください。',
  row_gone: () => '対象のデータが見つかりません。ほかの人が削除した可能性があります。画面を読み込み直してください。',
  reference_gone: () => '選んだ項目が見つかりません。画面を読み込み直して、選び直してください。',
} as const
