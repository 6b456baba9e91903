/** What can keep a subsidy from being printed as somebody says, each with the sentence that says what to do. */
export const statutoryPaperFailures = {
  subsidy_changed_meanwhile: () => '開いてからの間に、ほかの人がこの財源の明細書の記録を保存しました。読み込み直してから、もう一度入力してください。',
  subsidy_source_held: () => '預かっているお金の財源は、補助金事業等収益明細書には載りません。配分金の財源を選んでください。',
  subsidy_users_taken: (about?: string) =>
    `利用者からの収益の財源${about === undefined ? '' : `「${about}」`}は、この明細書のほかの行で数えています。二重に数えないよう、別の財源を選んでください。`,
} as const
