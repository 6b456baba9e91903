/** What can keep memberships and prospects from being changed. */
export const membershipFailures = {
  membership_overlaps: () =>
    'この支援者は、その期間にすでにこの種別の会員です。会員の一覧で入会日と退会日を確かめてください。',
  membership_not_found: () => '会員が見つかりません。一覧から選び直してください。',
  membership_paid: () =>
    'この会員には会費の納入か領収書の記録があるので、登録を取り消せません。会員でなくなったときは「退会にする」を使ってください。納入のほうが誤りなら、先にその伝票を取り消します。',
  membership_asked: () =>
    'この会員は確定した納入のお願いに載っているので、登録を取り消せません。「退会にする」を使ってください。お願いがまだ届いていなければ、確定を取り消してから、もう一度お試しください。',
  membership_kind_closed: () => 'この会員種別は使用終了です。別の種別を選んでください。',
  membership_ended: () => '退会した会員の口数は変えられません。先に退会を取り消すか、もう一度入会してください。',
  membership_not_ended: () => 'この会員は退会していません。画面を読み込み直してください。',
  units_before_joining: (about?: string) => `口数を変える日は、入会日（${about ?? ''}）以後の日にしてください。`,
  left_before_joining: (about?: string) => `退会日は、入会日（${about ?? ''}）以後の日にしてください。`,
  joined_after_leaving: (about?: string) => `入会日は、退会日（${about ?? ''}）以前の日にしてください。`,
  prospect_exists: () => 'この支援者とこの種別の見込みは、すでにあります。見送りも含めて一覧を確かめてください。',
  prospect_closed: () => 'この見込みはもう入会になっています。会員のページを開いてください。',
  prospect_not_found: () => '入会の見込みが見つかりません。一覧を読み込み直してください。',
} as const
