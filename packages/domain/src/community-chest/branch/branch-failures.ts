/** What can keep officers of 校区分会 from being taken over. */
export const branchFailures = {
  branch_officers_nothing_to_copy: () => '前年度の役員が登録されていません。「役員を追加する」で登録してください。',
} as const
