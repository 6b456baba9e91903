/** What can keep money from going to another fund, or a report from being changed or published. */
export const fundFailures = {
  transfer_to_itself: () => '振替先には、別の使途・基金を選んでください。',
  transfer_reason_missing: () => '使途の指定がある寄附を別の使途に振り替えるには、理由が要ります。寄附者の同意や役員会の決定などを書いてください。',
  transfer_target_unusable: () => '振替先の使途・基金は使用終了になっています。使用中のものを選んでください。',
  transfer_account_unusable: () => '収入の科目が使えません。社協の帳簿の、使用中の収入の科目を選んでください。',
  report_published: () => '公表した報告は直せません。取り下げてから直してください。',
  report_has_photo: () => '写真の付いた報告は、写真を外してから削除してください。',
  photo_unreadable: () => 'この写真は使えません。JPEG、PNG、WebPのどれかで、壊れていないものを選んでください。',
  photo_too_large: () => '写真が大きすぎます。5MBまでの写真にしてください。',
  report_not_published: () => 'この報告は公表されていません。画面を読み込み直してください。',
} as const
