/** 受付の状態. */
export const intakeStatuses = ['draft', 'submitted', 'posted', 'discarded'] as const
export type IntakeStatus = (typeof intakeStatuses)[number]

export const intakeStatusNames: Record<IntakeStatus, string> = {
  draft: '下書き',
  submitted: '承認待ち',
  posted: '記帳済み',
  discarded: '破棄',
}
