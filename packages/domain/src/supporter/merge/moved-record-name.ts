/** What a merge moves, by table and column, as the screens call it. A test compares it with the database's own list. */
const names: Readonly<Record<string, string>> = {
  'campaign.group_id': '使途選択募金の団体',
  'collection_point.supporter_id': '募金の場所・機会の協力者',
  'external_call.funder_id': '外部資金の募集元',
  'grant_application.supporter_id': '助成の申請',
  'goodwill_deposit.supporter_id': '預託',
  'membership.supporter_id': '会員',
  'membership_prospect.supporter_id': '入会の見込み',
  'online_gift.supporter_id': 'オンライン寄附',
  'outreach_event.supporter_id': '説明・広報の記録',
  'partner.supporter_id': '協力団体',
  'pledge.supporter_id': '寄附の予約',
  'revenue_stream.supporter_id': '収益の相手先',
  'supporter.merged_into_id': '先に統合された支援者',
  'supporter_attachment.supporter_id': '添付ファイル',
  'supporter_contact.supporter_id': '接触の記録',
  'supporter_contact_point.supporter_id': 'そのほかの連絡先',
  'supporter_former_address.supporter_id': '以前の住所',
  'supporter_relation.other_id': 'つながり（相手から）',
  'supporter_relation.supporter_id': 'つながり',
}

/** `membership.supporter_id` → 会員. */
export function movedRecordName(reference: string): string {
  return names[reference] ?? reference
}
