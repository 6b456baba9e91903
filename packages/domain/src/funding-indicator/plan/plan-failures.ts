/** What can keep a plan or its 点検・評価 from being saved, each with the sentence that says what to do. */
export const planFailures = {
  plan_years_reviewed: (about?: string) =>
    `${about ?? '期間の外になる年度'}の点検・評価があるため、その年度を計画の期間から外せません。先に点検・評価の年度を確かめてください。`,
  plan_review_out_of_years: () => '計画の期間の年度を選んでください。',
  plan_review_fixed: () => '点検・評価は、ほかの計画や、評価を記録したあとにほかの年度へは移せません。新しく追加してください。',
  plan_review_mismatch: () => 'この点検・評価では、その指標と年度の評価は記録できません。計画の指標と、点検・評価の年度を確かめてください。',
  district_plan_taken: (about?: string) => `${about === undefined ? '同じ名称' : `「${about}」`}の計画が、この校区にもうあります。別の名称にしてください。`,
} as const
