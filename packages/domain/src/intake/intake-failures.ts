/** What can keep a batch from being saved, handed in or posted, each with the sentence that says what to do. */
export const intakeFailures = {
  batch_not_found: () => '受付が見つかりません。一覧から選び直してください。',
  batch_not_editable: (about?: string) =>
    `この受付は「${about ?? '下書き以外'}」なので直せません。一覧から状態を確かめてください。`,
  draft_changed_elsewhere: (about?: string) =>
    `この受付は${about ?? '別の画面'}で変更されています。どちらの内容を残すか選んでください。`,
  draft_empty: () => '明細がありません。1行以上入力してから進めてください。',
  draft_has_problems: (about?: string) => `${about ?? '入力に誤りがあります。'}直してから、もう一度進めてください。`,
  control_mismatch: (about?: string) => about ?? '明細と統制が一致していません。件数と金額を確かめてください。',
  approval_required: () => 'この法人では承認が必要です。「承認を依頼」を押し、別の会計担当に記帳してもらってください。',
  approval_by_same_person: () => '自分が承認を依頼した受付は記帳できません。別の会計担当に記帳してもらってください。',
  approval_not_allowed: () => '承認して記帳できるのは会計担当と管理者です。会計担当に依頼してください。',
  batch_not_submitted: () => '承認待ちの受付ではありません。一覧を読み込み直してください。',
  batch_of_somebody_else: () => '取り下げられるのは、承認を依頼した本人だけです。会計担当に差し戻してもらってください。',
  batch_not_discarded: () => 'この受付は破棄されていません。一覧を読み込み直してください。',
} as const
