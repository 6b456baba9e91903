/** Columns that say how post to a supporter is addressed: to the 送付先 where there is one, else to the address. */
export function postalAddressOf(supporter: string): { readonly name: string; readonly postalCode: string; readonly address: string } {
  const elsewhere = `${supporter}.mailing_address <> ''`
  return {
    name: `coalesce(nullif(${supporter}.mailing_name, ''), ${supporter}.name)`,
    postalCode: `CASE WHEN ${elsewhere} THEN ${supporter}.mailing_postal_code ELSE ${supporter}.postal_code END`,
    address: `CASE WHEN ${elsewhere} THEN ${supporter}.mailing_address ELSE ${supporter}.address END`,
  }
}
