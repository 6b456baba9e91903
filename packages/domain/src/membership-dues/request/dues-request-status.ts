/** 納入のお願いの状態. */
export type DuesRequestStatus = 'draft' | 'fixed'

export const duesRequestStatusNames: Record<DuesRequestStatus, string> = { draft: '確認中', fixed: '確定' }
