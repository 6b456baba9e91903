/** The parts of a call's page. */
export const grantCallTabs = ['applications', 'decisions', 'relief'] as const
export type GrantCallTab = (typeof grantCallTabs)[number]
