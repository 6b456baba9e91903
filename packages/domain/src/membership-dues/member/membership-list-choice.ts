import { type MembershipState, membershipStateNames, membershipStates } from './membership-state.ts'

/** What the list of members can be narrowed to: those who are members at the end of the day, or one state. */
export const membershipListStates = ['present', ...membershipStates] as const
export type MembershipListState = 'present' | MembershipState

export const membershipListStateNames: Record<MembershipListState, string> = { present: '在籍', ...membershipStateNames }

/**
 * 納入の状況 of a member in a dues year. `within_area`: a named household of an association pays within its bundle, and
 * whether it did is not known by name.
 */
export const membershipPayments = ['paid', 'unpaid', 'within_area'] as const
export type MembershipPayment = (typeof membershipPayments)[number]

export const membershipPaymentNames: Record<MembershipPayment, string> = {
  paid: '納入あり',
  unpaid: '未納',
  within_area: '自治会の納入に含む',
}
