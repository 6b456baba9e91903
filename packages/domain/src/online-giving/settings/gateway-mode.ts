/** 鍵: how this server reaches the gateway for a 支払いの受け口. */
export const gatewayModeNames = { live: '本番', test: 'テスト', demo: 'デモ', none: '未設定' } as const
