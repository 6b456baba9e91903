/** What can keep a result from being published or withdrawn. */
export const publicationFailures = {
  already_published: () => 'この運動の結果はすでに公表されています。直すときは、先に取り下げてから公表し直してください。',
  publication_of_other_body: () => 'ほかの団体の運動です。結果はその団体が公表します。',
  publication_in_future: () => '公表日には今日までの日付を入力してください。',
  publication_withdrawn: () => 'この公表はすでに取り下げられています。画面を読み込み直してください。',
} as const
