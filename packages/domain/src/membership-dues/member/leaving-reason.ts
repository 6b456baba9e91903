/** Reasons for leaving to begin with; a council's own words are offered before them once they have been used. */
export const commonLeavingReasons = ['廃業・解散', '市外へ移転・転居', '逝去', '経費の見直し', '本人の希望', '担当者・代表者の交代'] as const
