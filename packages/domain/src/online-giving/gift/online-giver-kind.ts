/** 申込者の区分. 匿名 gives no more than an e-mail address, which nobody else is told. */
export const onlineGiverKinds = ['person', 'organization', 'anonymous'] as const
export type OnlineGiverKind = (typeof onlineGiverKinds)[number]
