/** What can keep goals from being saved, each with the sentence that says what to do. */
export const goalFailures = {
  goals_changed_meanwhile: () =>
    '目標額は、開いてからの間にほかの人が変えました。入力は残っています。「最新の内容を読み込む」で確かめてから、もう一度保存してください。',
  goals_not_put_back: () => '保存したあとに、目標額がまた変わりました。そのため元に戻せません。いまの目標額を確かめてから、直してください。',
} as const
