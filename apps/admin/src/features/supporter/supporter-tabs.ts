/** The parts of a supporter's page. */
export const supporterTabs = ['money', 'records', 'additions', 'details'] as const
export type SupporterTab = (typeof supporterTabs)[number]
