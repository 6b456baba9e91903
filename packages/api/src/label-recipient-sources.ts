import type { RecipientSources } from './letter/address-label/recipient-sources.ts'

/** Every list whose people can be written to, each read when it is first wanted: the term `letter` does not know the terms they come from. */
export const recipientSources: RecipientSources = {
  supporters: async (deps, filter) => (await import('./supporter/recipients-of-register.ts')).recipientsOfRegister(deps, filter),
  supporter: async (_deps, { supporterId }) => ({ supporterIds: [supporterId], nameless: 0 }),
  gifts: async (deps, filter) => (await import('./donation/gift/list-gifts.ts')).recipientsOfGifts(deps, filter),
  members: async (deps, filter) => (await import('./membership-dues/member/recipients-of-members.ts')).recipientsOfMembers(deps, filter),
  receipts: async (deps, filter) => (await import('./receipt/recipients-of-receipts.ts')).recipientsOfReceipts(deps, filter),
  annual_receipts: async (deps, { calendarYear }) => (await import('./receipt/recipients-of-receipts.ts')).recipientsOfYear(deps, calendarYear),
}
