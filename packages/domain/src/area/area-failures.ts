/** What can keep the area tree from being changed or imported. */
export const areaFailures = {
  area_order_broken: () => '上位の地域には、種類が上の地域を選んでください（例：自治会の上位は校区）。下にある地域とも順序が合う必要があります。',
  area_root_taken: () => 'いちばん上の地域は1つだけです。上位の地域を選んでください。',
  area_has_open_children: (about?: string) =>
    `下に使用中の地域${about === undefined ? '' : `（${about}など）`}があります。先に下の地域を使用終了にするか、移してください。`,
  area_types_order_in_use: () => '使われている種類どうしの上下は入れ替えられません。先に地域を移してください。',
  area_type_in_use: () => '使われている種類は削除できません。先にその種類の地域を別の種類にしてください。',
  import_too_long: (about?: string) => `行数が多すぎます（${about ?? ''}行）。5,000行以内に分けてください。`,
  import_columns_missing: (about?: string) => `見出し「${about ?? ''}」の列が見つかりません。1行目に見出しを入れてください。`,
  import_has_errors: () => '誤りのある行があります。ファイルを直すか、「誤りのある行を除いて取り込む」を選んでください。',
  import_preview_outdated: () => '確認してからの間にデータが変わりました。もう一度内容を確認してください。',
  import_nothing_to_do: () => '取り込む行がありません。すべて登録済みの内容と同じです。',
} as const
