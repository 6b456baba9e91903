/** 募金の場所・機会の種類: what is emptied and counted first, what the office keeps as a list after it. */
export const collectionPointKinds = ['box', 'street', 'partner_shop', 'charity_product'] as const
export type CollectionPointKind = (typeof collectionPointKinds)[number]

export const collectionPointKindNames: Record<CollectionPointKind, string> = {
  box: '募金箱',
  street: '街頭募金',
  partner_shop: '協力店',
  charity_product: '寄付つき商品',
}

/**
 * Whether the money of such a point is given by the shop or company itself, so that it stands as the payer in the books.
 * What lies in a box or is handed over in the street comes from passers-by whom nobody knows.
 */
export const isGivenByTheSupporter: Record<CollectionPointKind, boolean> = {
  box: false,
  street: false,
  partner_shop: true,
  charity_product: true,
}
