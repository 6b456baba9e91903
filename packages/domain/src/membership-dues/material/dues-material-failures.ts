/** What can keep 資材 from being written down, each with the sentence that says what to do. */
export const duesMaterialFailures = {
  material_changed_meanwhile: (about?: string) =>
    `${about ?? 'ほかの地域'}の資材は、開いてからの間にほかの人が変えました。入力は残っています。「最新の内容を読み込む」で確かめてから、もう一度保存してください。`,
  material_households_missing: () => 'この年度の世帯数が登録されていないため、世帯数に合わせて渡せません。先に「地域と世帯数」で登録してください。',
} as const
