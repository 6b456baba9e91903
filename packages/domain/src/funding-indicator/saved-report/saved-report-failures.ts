/** What can keep a report from being saved or read. */
export const savedReportFailures = {
  moment_ahead: () => 'まだ来ていない時点では保存できません。いまより前の時点を選んでください。',
} as const
