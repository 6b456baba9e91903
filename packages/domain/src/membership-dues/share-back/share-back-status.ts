/** 還元金の計算の状態. */
export type ShareBackStatus = 'draft' | 'posted'

export const shareBackStatusNames: Record<ShareBackStatus, string> = { draft: '確認中', posted: '支払済み' }
