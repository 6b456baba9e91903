/** 納入のお願いの状態. */
export const duesRequestStatuses = ['draft', 'fixed'] as const
export type DuesRequestStatus = (typeof duesRequestStatuses)[number]

export const duesRequestStatusNames: Record<DuesRequestStatus, string> = { draft: '確認中', fixed: '確定' }
